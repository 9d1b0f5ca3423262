/** The forms of settings in words, for the tables of the docs. */

const code = (text) => `\`${text}\``;

/** What may stand there: `text`, `list of texts`, `whole number, 0 to 120`. */
export function formInWords(form) {
  if (form.anyOf) return [...new Set(form.anyOf.map(formInWords))].join(' or ');
  if (form.enum) return form.enum.map((choice) => code(JSON.stringify(choice))).join(', ');
  if (form.is) return form.words;
  switch (form.type) {
    case 'string':
      return 'text';
    case 'boolean':
      return '`true` or `false`';
    case 'number':
      return `${form.fraction ? 'number' : 'whole number'}, ${form.min} to ${form.max}`;
    case 'array':
      return 'list of texts';
    case 'object':
      return `object of lists: ${Object.keys(form.entries).map(code).join(', ')}`;
    default:
      return code(form.type);
  }
}

/** The default as JSON; empty where nothing is the default. */
export function defaultInWords({ default: standard }) {
  const isNothing = standard === undefined || (typeof standard === 'object' && Object.keys(standard).length === 0);
  return isNothing || typeof standard === 'function' ? '' : code(JSON.stringify(standard));
}
