import type { ActionDefinition } from '@segment/actions-core';
import { actionFields, batchFields } from '../fields';
import type { Settings } from '../generated-types';
import { performMany, performOne } from '../perform';
import type { Payload } from './generated-types';

const action: ActionDefinition<Settings, Payload> = {
  title: 'Track Event',
  description: 'Send an event, a screen or a page view of your mobile app to Loop.',
  defaultSubscription: 'type = "track" or type = "screen" or type = "page"',
  fields: {
    type: {
      label: 'Event type',
      description: 'Type of the call: track, screen or page. It decides which name is sent.',
      type: 'string',
      required: true,
      default: { '@path': '$.type' },
    },
    ...actionFields(true),
    ...batchFields,
  },
  perform: (request, { settings, payload }) => performOne(request, settings, payload.type, { ...payload }),
  performBatch: (request, { settings, payload }) =>
    performMany(
      request,
      settings,
      payload.map((fields) => ({ type: fields.type, fields: { ...fields } })),
    ),
};

export default action;
