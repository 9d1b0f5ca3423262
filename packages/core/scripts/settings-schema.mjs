import { toJsonSchema } from '@valibot/to-json-schema';

/** Rules that JSON Schema has no word for, written as what it has: a pattern or a form. */
const patterns = new Map([
  ['country', { minLength: 2 }],
  ['endpoint', { pattern: '^https?://[^?#@\\s]+$' }],
  ['relay', { pattern: '^https?://[^?#@\\s]+$' }],
]);

/** The JSON Schema (draft 7) of the settings, as a user writes them. */
export function settingsJsonSchema(settingsSchema) {
  const schema = toJsonSchema(settingsSchema, { typeMode: 'input', errorMode: 'ignore' });
  for (const [name, rule] of patterns) Object.assign(schema.properties[name], rule);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of Loop Adapters',
    ...schema,
  };
}
