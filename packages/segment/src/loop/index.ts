import type { DestinationDefinition } from '@segment/actions-core';
import { checkCredentials } from './check-credentials';
import type { Settings } from './generated-types';
import identifyUser from './identifyUser';
import { presets } from './presets';
import { settingFields } from './setting-fields';
import trackEvent from './trackEvent';

/** Loop as a destination of Segment's: one GET to Loop's Mobile API for each event of a mobile app. */
const destination: DestinationDefinition<Settings> = {
  name: 'Loop',
  slug: 'actions-loop',
  mode: 'cloud',
  description: 'Send events of your mobile apps to Loop (formerly Retargetly). Identifiers are hashed first.',
  authentication: {
    scheme: 'custom',
    fields: settingFields(),
    testAuthentication: (request, { settings }) => checkCredentials(request, settings),
  },
  presets,
  actions: { trackEvent, identifyUser },
};

export default destination;
