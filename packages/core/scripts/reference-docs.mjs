// The pages of docs/reference that are made from the tables of the core.
import { defaultInWords, formInWords } from '../../../scripts/form-words.mjs';

export const made = '<!-- Made by `npm run generate` from the tables in packages/core. Edit those. -->';

export const code = (text) => `\`${text}\``;
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;
export const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/**
 * docs/reference/parameters.md: every row of the parameter table.
 * @param phoneCountries names of the countries whose phones are read in national form
 */
export function parametersPage(parameters, phoneCountries) {
  const section = (kind, title, text) => {
    const rows = parameters
      .filter((each) => each.kind === kind)
      .map((each) => [
        code(each.name) +
          (each.valueKeys ? `, sent as ${each.valueKeys.map((key) => code(`value[${key}]`)).join(', ')}` : ''),
        each.description,
        sourcesOf(each),
        each.required ? 'yes' : 'no',
      ]);
    return `## ${title}\n\n${text}\n\n${table(['name', 'what it is', 'sources, in this order', 'required'], rows)}`;
  };
  return (
    [
      made,
      '# Parameters and sources',
      'Loop takes one request per event. This page says which parameter takes its value from where. The first usable value wins. A value that is not usable is passed over, and a note says so.',
      'You can replace the sources of a parameter in the settings: `"sources": { "apps": ["properties.my_apps"] }`.',
      section('parameter', "Loop's parameters", 'They stand in the URL in this order.'),
      section(
        'guess',
        'Guesses for the country',
        'They are tried after the sources of `ct` and before the setting `country`. Each one can be switched off: `"guess": { "timezone": false, "locale": false }`.',
      ),
      section(
        'identifier',
        'Identifiers of the person',
        'They leave only as hashes. The setting `hash` chooses SHA-256, SHA-512 or both. A value that already is a SHA-256 or SHA-512 is passed on as it is. Nothing is hashed twice.',
      ),
      phoneForms(phoneCountries),
      section('demographic', 'Demographics', 'They come from the traits.'),
      section(
        'value',
        'Name, properties and traits',
        'Each property becomes `value[key]`. Nested objects become `value[a_b]`, lists of single values are joined with commas. [What stays out, and why](../privacy.md).',
      ),
      section('signal', 'What decides whether the event may be sent', 'None of these is sent.'),
    ].join('\n\n') + '\n'
  );
}

/** What a phone may look like, and where the country code may be left out. */
function phoneForms(countries) {
  return [
    '## Phones',
    'All of these are one person, whose country is Argentina. The hash is that of `541151190123`.',
    '```text\n+54 9 11 5119-0123\n011 15-5119-0123\n541151190123\nCel: 11 5119-0123 int. 4\nhttps://wa.me/5491151190123\n```',
    'With its country code, a phone of any country is read. Without it, a phone is read with the country of the person, if that country is one of these:',
    countries.join('; '),
    "A phone that no country has is left out: `+999 123 4567`, `1111111111`. So is a phone without its area code: it could be somebody else's.",
  ].join('\n\n');
}

/** `setting app.id` becomes "setting `app.id`". */
export function sourcesOf({ sources }) {
  const places = sources.map((source) => source.replace(/[^ ]+$/, code));
  return places.length === 0 ? 'always the same' : places.join(', ');
}

/** docs/reference/settings.md: every setting that holds a value. */
export function settingsPage(leaves, words) {
  const rows = leaves.map(({ path, form }) => [
    code(path),
    words[path].description,
    formInWords(form),
    defaultInWords(form),
  ]);
  return (
    [
      made,
      '# Settings',
      'An example:',
      '```json\n{\n  "sourceHash": { "android": "XYZ123", "ios": "XYZ456" },\n  "country": "AR",\n  "hash": "both",\n  "exclude": ["internal_id"]\n}\n```',
      'All settings are optional but the source hash. Wrong settings are refused at once, with every problem in one message.',
      'A dot leads into an object: `app.id` is `{ "app": { "id": "…" } }`. Where both apps have one source hash, `"sourceHash": "XYZ123"` is enough.',
      table(['setting', 'what it does', 'form', 'default'], rows),
      'For editors and dashboards there is a JSON Schema: `@loop-adapters/core/settings.schema.json`.',
    ].join('\n\n') + '\n'
  );
}

/** docs/reference/codes.md: every reason, problem and note. */
export function codesPage({ reasonCodes, noteCodes, problemCodes, inEnglish, parameters }) {
  const entries = (codes) => codes.map((name) => [code(name), inEnglish({ code: name, parameter: null })]);
  const problems = problemCodes.map((name) => [code(name), problemText(name, inEnglish, parameters)]);
  return (
    [
      made,
      '# Codes',
      'Every event ends in one of three ways: `ready`, `skipped` or `invalid`. Each way can have notes. A code never changes its meaning. No code and no sentence ever holds a value of the event.',
      '```json\n{ "status": "skipped", "reason": { "code": "no_advertising_id", "parameter": "uid", "source": null, "message": "…" }, "notes": [] }\n```',
      '## Skipped: why an event is not sent',
      'Nothing is wrong with your integration. The event must not or need not be sent.',
      table(['code', 'what it means and what to do'], entries(reasonCodes)),
      '## Invalid: what is wrong',
      'The event should have been sent, but Loop could not take it. Every problem is listed, not just the first.',
      table(['code', 'what it means and what to do'], problems),
      '## Notes: what was left out',
      'Notes come with every outcome. They name each value that was left out or not used.',
      table(['code', 'what it means and what to do'], entries(noteCodes)),
    ].join('\n\n') + '\n'
  );
}

function problemText(name, inEnglish, parameters) {
  const parameter = parameters.find((each) => name.endsWith(`_${each.name}`) && each.required);
  if (parameter === undefined) return inEnglish({ code: name, parameter: null });
  const fault = name.startsWith('missing_')
    ? `${parameter.label} is missing, and Loop requires it.`
    : `${parameter.label} is there, but no source holds a usable one. It must be ${parameter.expects}.`;
  return `${fault} Sources: ${sourcesOf(parameter)}.`;
}
