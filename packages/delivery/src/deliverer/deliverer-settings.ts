import { functionForm, readSettings, settingsSchema, type GroupForm } from '@loop-adapters/core';
import { senderForm } from '../sender/sender-settings.js';
import { endpoint } from '../settings/shared-forms.js';
import type { DelivererSettings } from './generated/deliverer-settings-types.js';

export type { DelivererSettings, DelivererSettingsInput } from './generated/deliverer-settings-types.js';

/** The deliverer's settings: types, checks, defaults and descriptions in one place. */
export const delivererForm = {
  type: 'object',
  entries: {
    queue: {
      is: (value: unknown) => typeof value === 'object' && value !== null,
      words: 'a queue',
      typeName: 'Queue',
      required: true,
      description: 'Where the events are. It stays open when the deliverer stops.',
    },
    endpoint: { ...endpoint, required: true, description: 'Where they go: Loop, or a relay.' },
    sourceHash: {
      anyOf: [...settingsSchema.entries.sourceHash.anyOf, { type: 'null' }],
      typeName: 'SourceHashInput | null',
      required: { unless: 'sources' },
      description: 'Puts a source hash into each request; null if the endpoint is a relay, which does that.',
    },
    sources: {
      is: (value: unknown) => typeof value === 'object' && value !== null,
      words: 'an object of write keys',
      typeName: 'OwnSources',
      description: 'The source hashes of apps that have their own, by write key.',
    },
    sender: {
      ...senderForm,
      default: {},
      typeName: 'SenderSettingsInput',
      description:
        "The sender's settings. `retry.attempts` has no meaning here: an event is tried again until it is delivered, refused or too old.",
    },
    maxInFlight: {
      type: 'number',
      min: 1,
      max: 100_000,
      description:
        'Most events that are taken from the queue at once. It is the most that can be delivered twice if the process is killed. If left out: four times the concurrency.',
    },
    maxAgeHours: {
      type: 'number',
      min: 1,
      max: 87_600,
      default: 72,
      description: 'An event that waited longer than this becomes a dead letter, with the code `expired`. In hours.',
    },
    pollMs: {
      type: 'number',
      min: 1,
      max: 3_600_000,
      default: 250,
      description:
        'How often the queue is asked for events that became due or that other processes have added, in milliseconds. Those that this process adds go out at once.',
    },
    wallAfter: {
      type: 'number',
      min: 2,
      max: 1_000_000,
      description:
        "So many times the same final no of Loop's, with hardly anything else in between, are a wall: the events of that source are kept then, and one at a time is tried. If left out, each of them becomes a dead letter.",
    },
    onDelivered: {
      ...functionForm,
      typeName: '(notice: DeliveredNotice) => void',
      description: 'Called with each event that Loop has. None of these functions must throw.',
    },
    onRetry: {
      ...functionForm,
      typeName: '(notice: RetriedNotice) => void',
      description: 'Called with each try that is to be repeated.',
    },
    onDeadLetter: {
      ...functionForm,
      typeName: '(notice: BuriedNotice) => void',
      description: 'Called with each event that is given up.',
    },
    onWall: {
      ...functionForm,
      typeName: '(notice: WallNotice) => void',
      description: 'Called with each refusal of a wall, and when it is gone.',
    },
    onTrouble: {
      ...functionForm,
      typeName: '(error: QueueError) => void',
      description: "Called when the queue can't be read or written. The deliverer goes on trying.",
    },
    onDropped: {
      ...functionForm,
      typeName: '(count: number) => void',
      description: 'Called with how many dead letters went for good, because they were old or too many.',
    },
  },
} as const satisfies GroupForm;

/** @throws SettingsError that lists every problem by its path. It shows no value */
export function readDelivererSettings(input: unknown): DelivererSettings {
  return readSettings(delivererForm, input) as DelivererSettings;
}
