/**
 * TypeScript interfaces of settings, made from their forms: an editor shows plain types and a sentence on each option.
 *
 * @param interfaces one for each: its `name`, `form`, `doc`, and `side`: `input` as a user writes the settings, `output`
 *   with every default in place. `words` gives title, description and type by path where the form does not;
 *   `outputs` types by path of what is read into another form.
 * @param imports lines that import the types named in forms and words
 * @returns the text of the file
 */
export function settingsTypes({ imports = [], interfaces }) {
  const head = '/** Made by `npm run generate` from the forms of the settings. */';
  return [[head, ...imports].join('\n'), ...interfaces.map(interfaceOf)].join('\n\n');
}

function interfaceOf({ name, form, doc, side, words = {}, outputs = {} }) {
  const context = { side, words, outputs };
  return `${docOf([doc])}\nexport interface ${name} {\n${membersOf(form, '', context)}\n}`;
}

function membersOf({ entries }, prefix, context) {
  return Object.entries(entries)
    .map(([key, form]) => memberOf(key, form, prefix, context))
    .join('\n');
}

function memberOf(key, form, prefix, context) {
  const path = `${prefix}${key}`;
  const { description = form.description } = context.words[path] ?? {};
  if (description === undefined) throw new Error(`Nothing says what the setting ${path} is for.`);
  const isThere =
    form.required === true || (context.side === 'output' && (form.default !== undefined || path in context.outputs));
  const type = (context.side === 'output' && context.outputs[path]) || typeOf(form, path, context);
  const standard = form.default === undefined || !isPlain(form.default) ? [] : [defaultOf(form)];
  return `${docOf([description, ...standard])}\nreadonly ${key}${isThere ? `: ${type}` : `?: ${inParentheses(type)} | undefined`};`;
}

/** A function's type in a union needs them. */
function inParentheses(type) {
  return type.includes('=>') ? `(${type})` : type;
}

function docOf(lines) {
  const wrapped = lines.flatMap((line) => wrap(line).map((part) => ` * ${part}`));
  return wrapped.length === 1 ? `/** ${wrapped[0].slice(3)} */` : ['/**', ...wrapped, ' */'].join('\n');
}

/** A sentence as lines of at most 110 characters. */
function wrap(text) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== '' && line.length + word.length >= 110) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}

function defaultOf({ default: standard }) {
  return `@default ${JSON.stringify(standard)}`;
}

function typeOf(form, path, context) {
  const type = context.words[path]?.type ?? form.typeName;
  if (type !== undefined) return type;
  if (form.anyOf) return form.anyOf.map((each) => inParentheses(typeOf(each, path, context))).join(' | ');
  if (form.enum) return form.enum.map((choice) => JSON.stringify(choice)).join(' | ');
  if (form.is) throw new Error(`Nothing says which type the setting ${path} has.`);
  if (form.type === 'array') return `readonly (${typeOf(form.items, `${path}.0`, context)})[]`;
  if (form.type === 'object') return `{\n${membersOf(form, `${path}.`, context)}\n}`;
  return form.type;
}

/** What a line can show: an object's defaults stand at its own options, and a function has no text. */
function isPlain(standard) {
  return typeof standard !== 'object' && typeof standard !== 'function';
}
