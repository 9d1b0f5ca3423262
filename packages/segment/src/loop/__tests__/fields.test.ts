import { fieldsToJsonSchema } from '@segment/actions-core';
import { eventPaths, parameters } from '../core';
import { parameterFields } from '../fields';

const track = parameterFields('traits');
const identify = parameterFields('properties', ['event', 'name']);

it('has a field for each row of the table that has a place in the event', () => {
  const rows = parameters.filter((row) => eventPaths(row).length > 0).map(({ name }) => name);
  expect(Object.keys(track)).toEqual(rows.filter((name) => name !== 'traits'));
  expect(Object.keys(identify)).toEqual(rows.filter((name) => !['event', 'name', 'properties'].includes(name)));
});

it('has the words of the table', () => {
  expect(track['device']).toEqual({
    label: 'Device model',
    description: 'Model identifier of the device. Required by Loop.',
    type: 'string',
    default: { '@path': '$.context.device.model' },
  });
});

it('nests a short chain of sources', () => {
  const type = { '@path': '$.context.device.type' };
  expect(track['device_type']?.default).toEqual({
    '@if': { blank: type, then: type, else: { '@path': '$.context.os.name' } },
  });
});

it('lists a long chain: nested, it would take Segment twice the time for each level', () => {
  expect(track['email']).toEqual({
    label: 'E-mail',
    description:
      'E-mail address of the person. It is hashed before it leaves; an existing SHA-256 or SHA-512 is passed on. Of the values here, the first usable one counts.',
    category: 'hashedPII',
    type: 'object',
    default: {
      context_traits_email: { '@path': '$.context.traits.email' },
      context_traits_emails: { '@path': '$.context.traits.emails' },
      properties_email: { '@path': '$.properties.email' },
      properties_emails: { '@path': '$.properties.emails' },
    },
  });
});

it('puts the traits of an identify call and of its context together, in the order of the core', () => {
  const [traits, contextTraits] = [{ '@path': '$.traits' }, { '@path': '$.context.traits' }];
  expect(identify['traits']?.default).toEqual({
    '@merge': { direction: 'right', objects: [traits, contextTraits, traits] },
  });
});

it('marks what is hashed as personal', () => {
  const marked = Object.entries(track).filter(([, { category }]) => category === 'hashedPII');
  expect(marked.map(([name]) => name)).toEqual(['email', 'user_id', 'phone', 'national_id']);
});

it('requires nothing, so that the core can say what to skip and name all that is missing', () => {
  expect(fieldsToJsonSchema(track)).toMatchObject({ required: [] });
});
