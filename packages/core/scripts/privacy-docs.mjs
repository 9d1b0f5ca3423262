// docs/reference/what-leaves.md: everything that leaves, from the table of parameters, so that a new row is never
// missing there. What is most personal comes first.
import { code, made, sourcesOf, table } from './reference-docs.mjs';

const mostPersonal = ['uid', 'ip'];

/** What a row of each kind leaves as, and what in the settings stops it. Kinds that are not sent have none. */
const kinds = {
  parameter: {
    form: () => 'as it is',
    stop: ({ name, required, replaceable }) => {
      if (required) return 'Loop requires it: without it the event is not sent';
      return replaceable ? code(`"sources": { "${name}": [] }`) : '';
    },
  },
  identifier: {
    form: ({ valueKeys }) => (valueKeys === undefined ? 'as the hash of the e-mail, if it is one' : 'as a hash'),
    stop: ({ name }) => code(`"identifiers": { "${identifierSettings[name]}": false }`),
  },
  demographic: {
    form: ({ name }) =>
      name === 'birth_date' ? 'as the year; the full date only with `demographics.fullBirthDate`' : 'as it is',
    stop: ({ name }) => code(`"sources": { "${name}": [] }`),
  },
};

/** The row of the user ID is read as an e-mail. */
const identifierSettings = { email: 'email', user_id: 'email', phone: 'phone', national_id: 'nationalId' };

/** @param parameters the rows of the table, with their words */
export function whatLeavesPage(parameters) {
  const rank = ({ name }) => (mostPersonal.includes(name) ? mostPersonal.indexOf(name) : mostPersonal.length);
  const rows = parameters
    .filter(({ kind }) => kind in kinds)
    .sort((a, b) => rank(a) - rank(b))
    .map((each) => {
      const { form, stop } = kinds[each.kind];
      return [sentAs(each), each.label, form(each), sourcesOf(each), stop(each)];
    });
  const values = [
    [
      '`value[event]`',
      'Name of the event, screen or page',
      'as it is, if the guard finds nothing personal in it',
      '`event`, `name`',
      code('"eventKey": null'),
    ],
    [
      '`value[key]`',
      'Properties of a track, screen or page; traits of an identify',
      'as they are, if the guard finds nothing personal in key and value',
      '`properties`, `traits`, `context.traits`',
      `${code('"properties": "none"')}, a list of names, or ${code('exclude')}`,
    ],
  ];
  return (
    [
      made,
      '# What leaves: every value that Loop may get',
      'One request per event goes to Loop. It holds these values and no others. What people ask about first stands first. [The page on privacy](../privacy.md) explains it.',
      table(['sent as', 'what it is', 'in which form', 'from where', 'what stops it'], [...rows, ...values]),
      'Nothing at all is sent of a person who has not allowed tracking, who has not agreed (if you ask for it), or who is a child. See [who is not sent](../privacy.md#who-is-not-sent-at-all).',
    ].join('\n\n') + '\n'
  );
}

function sentAs({ name, kind, valueKeys }) {
  if (kind === 'parameter') return code(name);
  if (valueKeys === undefined) return '`value[ml_sh2]`, `value[ml_sh5]`';
  return valueKeys.map((key) => code(`value[${key}]`)).join(', ');
}
