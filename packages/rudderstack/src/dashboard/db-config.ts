import { fields } from './fields.js';
import { forEverySource, sourceTypes } from './source-types.js';

/** The definition of the destination: `db-config.json`. */
export function dbConfig(): unknown {
  return {
    name: 'LOOP',
    displayName: 'Loop',
    config: {
      // At the processor every event that is filtered writes an error line and costs more than one that is sent.
      transformAtV1: 'router',
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
