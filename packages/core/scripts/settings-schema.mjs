/** Rules that are functions in the sources, written as what JSON Schema has: a pattern or a form. */
const rules = {
  country: { minLength: 2 },
  fallbackCountry: { minLength: 2 },
  endpoint: { pattern: '^https?://[^?#@\\s]+$' },
  relay: { pattern: '^https?://[^?#@\\s]+$' },
};

/**
 * The JSON Schema (draft 7) of the settings, as a user writes them.
 *
 * @param settingsSchema the table of that name in the sources
 * @param settingWords likewise: the words
 * @param reservedKeys the keys that the setting `eventKey` may not be
 */
export function settingsJsonSchema({ settingsSchema, settingWords, reservedKeys }) {
  const schema = schemaOf(settingsSchema);
  describe(schema, '', settingWords);
  schema.properties.eventKey.anyOf[0].not = { enum: reservedKeys };
  return { $schema: 'http://json-schema.org/draft-07/schema#', title: 'Settings of Loop Adapters', ...schema };
}

/** Puts title, description and rules at every setting, in groups too. */
function describe(schema, prefix, settingWords) {
  const group = [schema, ...(schema.anyOf ?? [])].find(({ properties }) => properties !== undefined);
  for (const [name, setting] of Object.entries(group?.properties ?? {})) {
    const path = `${prefix}${name}`;
    Object.assign(setting, settingWords[path], rules[path]);
    describe(setting, `${path}.`, settingWords);
  }
}

function schemaOf(form) {
  return { ...ownSchemaOf(form), ...(form.default === undefined ? {} : { default: form.default }) };
}

function ownSchemaOf(form) {
  if (form.anyOf) return { anyOf: form.anyOf.map(schemaOf) };
  if (form.enum) return { enum: form.enum, type: 'string' };
  switch (form.type) {
    case 'string':
      return { type: 'string', ...bounds(form, 'minLength', 'maxLength'), ...patternOf(form) };
    case 'array':
      return { type: 'array', items: schemaOf(form.items), ...bounds(form, 'minItems', 'maxItems') };
    case 'number':
      return { type: 'integer', ...bounds(form, 'minimum', 'maximum') };
    case 'object': {
      const properties = Object.entries(form.entries).map(([name, entry]) => [name, schemaOf(entry)]);
      return { type: 'object', properties: Object.fromEntries(properties), required: [], additionalProperties: false };
    }
    default:
      return { type: form.type };
  }
}

function bounds({ min, max }, minName, maxName) {
  return { ...(min === undefined ? {} : { [minName]: min }), ...(max === undefined ? {} : { [maxName]: max }) };
}

function patternOf({ rules = [] }) {
  const pattern = rules.map(([test]) => test).find((test) => test instanceof RegExp);
  return pattern === undefined ? {} : { pattern: pattern.source };
}
