import { closest } from './closest.js';
import type { SettingsProblem } from './settings-error.js';
import type { Form, GroupForm, Rule, SingleForm } from './settings-form.js';

/** Types in words. */
const words = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
} as const;

/**
 * Checks a value against a form and fills in the defaults.
 *
 * @param path where it stands, for the problems; empty for the settings as a whole
 * @param problems takes every problem; a value never stands in one, because it may be a secret
 * @returns the value as the core uses it, undefined where there is none. It is of no use if there are problems.
 */
export function readSetting(form: Form, given: unknown, path: readonly string[], problems: SettingsProblem[]): unknown {
  const value = given === undefined ? form.default : given;
  if (value === undefined) return undefined;
  const refuse = (message: string): void => {
    problems.push({ path: path.join('.'), message: `It ${message}` });
  };
  const follow = <T>(rules: readonly Rule<T>[] = [], subject: T): void => {
    for (const [test, must] of rules) {
      if (!(typeof test === 'function' ? test(subject) : test.test(subject as string))) refuse(`${must}.`);
    }
  };
  const limit = ({ min, max = Infinity }: { readonly min?: number; readonly max?: number }, length: number): void => {
    if (length < (min ?? 0)) refuse('must not be empty; leave it out.');
    if (length > max) refuse(`must be at most ${max} long.`);
  };

  const forms = 'anyOf' in form ? form.anyOf : [form];
  const fitting = forms.find((each) =>
    'enum' in each ? each.enum.includes(value as string) : each.type === typeOf(value),
  );
  if (fitting === undefined) {
    refuse(`must be ${forms.map(inWords).join(' or ')}.${suggestion(value, forms.flatMap(choicesOf))}`);
    return undefined;
  }
  if ('enum' in fitting) return value;
  switch (fitting.type) {
    case 'string': {
      const text = fitting.trim ? (value as string).trim() : (value as string);
      limit(fitting, text.length);
      follow(fitting.rules, text);
      return text;
    }
    case 'number': {
      const { min, max } = fitting;
      const number = value as number;
      if (!Number.isInteger(number)) refuse('must be a whole number.');
      else if (number < min) refuse(`must be at least ${min}.`);
      else if (number > max) refuse(`must be at most ${max}.`);
      return number;
    }
    case 'array': {
      const list = value as readonly unknown[];
      limit(fitting, list.length);
      return list.map((item, index) => readSetting(fitting.items, item ?? null, [...path, String(index)], problems));
    }
    case 'object': {
      const before = problems.length;
      const group = readGroup(fitting, value as Readonly<Record<string, unknown>>, path, problems);
      if (problems.length === before) follow(fitting.rules, group);
      return group;
    }
    default:
      return value;
  }
}

function readGroup(
  { entries }: GroupForm,
  given: Readonly<Record<string, unknown>>,
  path: readonly string[],
  problems: SettingsProblem[],
): Readonly<Record<string, unknown>> {
  const known = Object.keys(entries);
  const group: Record<string, unknown> = {};
  for (const [key, form] of Object.entries(entries)) {
    const value = readSetting(form, given[key], [...path, key], problems);
    if (value !== undefined) group[key] = value;
  }
  for (const key of Object.keys(given)) {
    if (known.includes(key)) continue;
    const meant = suggestion(key, known) || ` Known here: ${known.join(', ')}.`;
    problems.push({ path: [...path, key].join('.'), message: `There is no such setting.${meant}` });
  }
  return group;
}

function typeOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

function choicesOf(form: SingleForm): readonly string[] {
  return 'enum' in form ? form.enum : [];
}

function inWords(form: SingleForm): string {
  return 'enum' in form ? form.enum.map((choice) => `"${choice}"`).join(' or ') : words[form.type];
}

function suggestion(given: unknown, choices: readonly string[]): string {
  const meant = typeof given === 'string' ? closest(given, choices) : null;
  return meant === null ? '' : ` Did you mean "${meant}"?`;
}
