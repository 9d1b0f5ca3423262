import type { ActionDefinition } from '@segment/actions-core';
import { actionFields, batchFields } from '../fields';
import type { Settings } from '../generated-types';
import { performMany, performOne } from '../perform';
import type { Payload } from './generated-types';

const action: ActionDefinition<Settings, Payload> = {
  title: 'Identify User',
  description: 'Send the hashed identifiers and the traits of a user of your mobile app to Loop.',
  defaultSubscription: 'type = "identify"',
  fields: {
    ...actionFields(false),
    ...batchFields,
  },
  perform: (request, { settings, payload }) => performOne(request, settings, 'identify', { ...payload }),
  performBatch: (request, { settings, payload }) =>
    performMany(
      request,
      settings,
      payload.map((fields) => ({ type: 'identify', fields: { ...fields } })),
    ),
};

export default action;
