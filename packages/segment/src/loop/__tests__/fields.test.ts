import type { InputField } from '@segment/actions-core';
import { fieldsToJsonSchema } from '@segment/actions-core';
import { actionFields } from '../fields';

const track = actionFields(true);
const identify = actionFields(false);

const replacing = [
  'app',
  'appn',
  'apps',
  'ct',
  'device',
  'ip',
  'lan',
  'mf',
  'uid',
  'device_type',
  'email',
  'phone',
  'national_id',
];

it('has the whole event, the person, what happened, and a field for each value that a mapping may replace', () => {
  expect(Object.keys(track)).toEqual(['whole_event', 'traits', 'properties', 'event', ...replacing]);
  expect(Object.keys(identify)).toEqual(['whole_event', 'traits', ...replacing]);
});

it('maps three fields by default, with one path for each place', () => {
  const traits = { '@path': '$.traits' };
  const defaults = Object.entries(track).flatMap(([name, field]) =>
    field.default === undefined ? [] : [[name, field.default]],
  );
  expect(Object.fromEntries(defaults)).toEqual({
    whole_event: { '@path': '$.' },
    traits: { '@merge': { direction: 'right', objects: [traits, { '@path': '$.context.traits' }, traits] } },
    properties: { '@merge': { direction: 'right', objects: [{ '@path': '$.properties' }] } },
  });
});

it('has the words of the table', () => {
  expect(track['device']).toEqual({
    label: 'Device model',
    description: 'Model identifier of the device. Leave it empty to take it from the event.',
    type: 'string',
  });
});

it('takes e-mail, phone and national ID as text, marked as personal', () => {
  const personal = Object.entries<InputField>(track).filter(([, { category }]) => category === 'hashedPII');
  expect(personal.map(([name, { type }]) => [name, type])).toEqual([
    ['traits', 'object'],
    ['email', 'string'],
    ['phone', 'string'],
    ['national_id', 'string'],
  ]);
});

it('requires nothing, so that the core can say what to skip and name all that is missing', () => {
  expect(fieldsToJsonSchema(track)).toMatchObject({ required: [] });
});
