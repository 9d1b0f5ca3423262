import type { InputField } from '@segment/actions-core';
import { eventPaths, parameters } from './core';
import { merged } from './default-mapping';

/** What of a row of the table a field is made from. */
interface Row {
  readonly name: string;
  readonly kind: string;
  readonly label: string;
  readonly description: string;
}

/** Rows whose values come in through the field `traits` or `properties`, or through the whole event alone. */
const ownFields: readonly string[] = ['parameter', 'identifier'];

/** An action's fields that a mapping may fill in place of what the event holds. */
const replacing: readonly Row[] = parameters.filter(
  (row) => ownFields.includes(row.kind) && row.name !== 'user_id' && eventPaths(row).length > 0,
);

/** Names of the rows that have a field of their own, in the order of the table. */
export const replacingNames: readonly string[] = replacing.map(({ name }) => name);

/** The event as it came. The core reads from it whatever the other fields leave empty. */
const wholeEvent: InputField = {
  label: 'Whole event',
  description:
    'The event from which Loop’s parameters are read: app, device, advertising ID, IP address, country, language, consent. Leave it as it is, unless the other fields hold all of that.',
  type: 'object',
  default: { '@path': '$.' },
};

const traits: InputField = {
  label: 'Traits',
  description:
    'The person: e-mail, phone and national ID, which are sent as hashes only, gender, age and year of birth. An identify call also sends its other traits, if nothing personal is in them. Clear this field, and nothing of a person is sent.',
  type: 'object',
  category: 'hashedPII',
  default: merged(['traits', 'context.traits']),
};

const properties: InputField = {
  label: 'Properties',
  description:
    'What is sent with the name of the event, if nothing personal is in it. Clear this field, and no property is sent.',
  type: 'object',
  default: merged(['properties']),
};

const eventName: InputField = {
  label: 'Event name',
  description: 'Name of the event, screen or page. Leave it empty to take the event’s own.',
  type: 'string',
};

/**
 * The fields of an action. Few of them have a default mapping, each with one path: Segment evaluates every path of every
 * field for every event, so that 80 paths halved the events per second. What stands in other places is found by
 * the core, in the whole event.
 *
 * A personal field that was cleared looks like one whose value is absent. So what is personal has its default in
 * `traits`, which is an object even if the event has none, and all other personal fields are empty.
 *
 * No field is required here, although Loop requires some: a required field that is missing is an error in Segment,
 * but an event without an advertising ID must be skipped, and of several missing parameters all must be named.
 *
 * @param hasName whether the action's events have a name and properties: an identify call has neither
 */
export function actionFields(hasName: boolean): Record<string, InputField> {
  return {
    whole_event: wholeEvent,
    traits,
    ...(hasName && { properties, event: eventName }),
    ...Object.fromEntries(replacing.map((row) => [row.name, replacingField(row)])),
  };
}

function replacingField({ name, kind, label, description }: Row): InputField {
  return {
    label,
    description: `${description} Leave it empty to take it from the event.`,
    type: 'string',
    ...(name === 'apps' && { multiple: true }),
    ...(kind === 'identifier' && { category: 'hashedPII' as const }),
  };
}

/** Segment reads these two itself: whether it hands over several events at once, and how many. */
export const batchFields: Record<'enable_batching' | 'batch_size', InputField> = {
  enable_batching: {
    label: 'Send events in batches',
    description:
      'Segment hands over several events at once. Loop takes one request per event, so the number of requests stays the same.',
    type: 'boolean',
    default: false,
  },
  batch_size: {
    label: 'Batch size',
    description: 'Most events in one batch.',
    type: 'number',
    default: 50,
    minimum: 1,
    maximum: 100,
    unsafe_hidden: true,
  },
};
