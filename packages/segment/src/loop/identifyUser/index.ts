import type { ActionDefinition } from '@segment/actions-core';
import { batchFields, parameterFields } from '../fields';
import type { Settings } from '../generated-types';
import { payloadFields } from '../payload-fields';
import { performMany, performOne } from '../perform';
import type { Payload } from './generated-types';

const action: ActionDefinition<Settings, Payload> = {
  title: 'Identify User',
  description: 'Send the hashed identifiers and the traits of a user of your mobile app to Loop.',
  defaultSubscription: 'type = "identify"',
  fields: {
    ...parameterFields('properties', ['event', 'name']),
    ...batchFields,
  },
  perform: (request, { settings, payload }) => performOne(request, settings, payloadFields('identify', payload)),
  performBatch: (request, { settings, payload }) =>
    performMany(
      request,
      settings,
      payload.map((event) => payloadFields('identify', event)),
    ),
};

export default action;
