import { fields } from './fields.js';
import { forEverySource, sourceTypes } from './source-types.js';

/** The definition of the destination: `db-config.json`. */
export function dbConfig(): unknown {
  return {
    name: 'LOOP',
    displayName: 'Loop',
    config: {
      // At the processor the destination works in a transformer that does not list it among its router destinations.
      transformAtV1: 'processor',
      saveDestinationResponse: false,
      supportedSourceTypes: sourceTypes,
      supportedMessageTypes: { cloud: ['identify', 'page', 'screen', 'track'] },
      supportedConnectionModes: forEverySource(['cloud']),
      destConfig: {
        defaultConfig: fields.map(({ key }) => key),
        ...forEverySource(['connectionMode', 'consentManagement']),
      },
      secretKeys: fields.filter(({ kind }) => kind === 'secret').map(({ key }) => key),
    },
    options: { isBeta: true },
  };
}
