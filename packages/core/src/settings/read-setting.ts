import { closest } from './closest.js';
import { SettingsError, type SettingsProblem } from './settings-error.js';
import type { Form, GroupForm, Rule, SingleForm } from './settings-form.js';

/**
 * Checks settings of any shape and fills in the defaults.
 *
 * @param form what the settings may be
 * @param input as somebody wrote them; what is no object is refused too
 * @returns the settings as a program uses them
 * @throws SettingsError with every problem, if there is one. No value stands in it.
 */
export function readSettings(form: GroupForm, input: unknown): unknown {
  const problems: SettingsProblem[] = [];
  let settings: unknown;
  try {
    // Settings that are not there at all are the caller's to allow.
    settings = readSetting(form, input ?? null, [], problems);
  } catch {
    throw new SettingsError([{ path: '', message: 'The settings could not be read. Pass a plain object.' }]);
  }
  if (problems.length > 0) throw new SettingsError(problems);
  return settings;
}

/**
 * Checks a value against a form and fills in the defaults.
 *
 * @param path where it stands, for the problems; empty for the settings as a whole
 * @param problems takes every problem; a value never stands in one, because it may be a secret
 * @returns the value as a program uses it, undefined where there is none. It is of no use if there are problems.
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
  const limit = (
    { min, max = Infinity }: { readonly min?: number; readonly max?: number },
    length: number,
    unit: string,
  ): void => {
    if (length < (min ?? 0)) refuse(`must not be empty${form.required === true ? '' : '; leave it out'}.`);
    if (length > max) refuse(`must have at most ${max} ${unit}.`);
  };

  const forms = 'anyOf' in form ? form.anyOf : [form];
  const fitting = forms.find((each) => fits(each, value));
  if (fitting === undefined) {
    refuse(`must be ${inWords(forms)}.${suggestion(value, forms.flatMap(choicesOf))}`);
    return undefined;
  }
  if ('enum' in fitting || 'is' in fitting) return value;
  switch (fitting.type) {
    case 'string': {
      const text = fitting.trim ? (value as string).trim() : (value as string);
      limit(fitting, text.length, 'characters');
      follow(fitting.rules, text);
      return text;
    }
    case 'array': {
      const list = value as readonly unknown[];
      limit(fitting, list.length, 'values');
      return list.map((item, index) => readSetting(fitting.items, item ?? null, [...path, String(index)], problems));
    }
    case 'object': {
      const before = problems.length;
      const group = readGroup(fitting, value as Readonly<Record<string, unknown>>, path, problems);
      if (problems.length === before) follow(fitting.rules, group);
      return group;
    }
    case 'number':
      // A number that is out of bounds fits, if nothing else does, so that its bounds are named once.
      if (!isWithin(fitting, value as number)) refuse(`must be ${inWords(forms)}.`);
      return value;
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
    if (given[key] === undefined && isMissed(form, given)) {
      const instead = form.required === true ? '' : ` Set it, or set "${form.required?.unless ?? ''}".`;
      problems.push({ path: [...path, key].join('.'), message: `It is missing.${instead}` });
    }
  }
  for (const key of Object.keys(given)) {
    if (known.includes(key)) continue;
    const meant = suggestion(key, known) || ` Known here: ${known.join(', ')}.`;
    problems.push({ path: [...path, key].join('.'), message: `There is no such setting.${meant}` });
  }
  return group;
}

/** Whether a group must have what it does not. */
function isMissed({ required }: Form, given: Readonly<Record<string, unknown>>): boolean {
  return required !== undefined && (required === true || given[required.unless] === undefined);
}

function fits(form: SingleForm, value: unknown): boolean {
  if ('enum' in form) return form.enum.includes(value as string);
  if ('is' in form) return form.is(value);
  if (form.type !== typeOf(value)) return false;
  return !('mark' in form) || (value as Readonly<Record<string, unknown>>)[form.mark ?? ''] !== undefined;
}

function isWithin({ min, max, fraction }: NumberRange, number: number): boolean {
  return number >= min && number <= max && (fraction === true || Number.isInteger(number));
}

type NumberRange = Extract<SingleForm, { readonly type: 'number' }>;

function typeOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

function choicesOf(form: SingleForm): readonly string[] {
  return 'enum' in form ? form.enum : [];
}

/** Types in words; those of numbers name their bounds. */
const typeWords = {
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
} as const;

/** What is accepted, in words: `"all", "none" or a list`. */
function inWords(forms: readonly SingleForm[]): string {
  const words = forms.flatMap((form) => {
    if ('enum' in form) return form.enum.map((choice) => `"${choice}"`);
    if ('is' in form) return [form.words];
    if (form.type !== 'number') return [typeWords[form.type]];
    const range = form.max === Number.MAX_SAFE_INTEGER ? `of at least ${form.min}` : `from ${form.min} to ${form.max}`;
    return [`${form.fraction === true ? 'a number' : 'a whole number'} ${range}`];
  });
  const distinct = [...new Set(words)];
  const last = distinct.pop() ?? '';
  return distinct.length === 0 ? last : `${distinct.join(', ')} or ${last}`;
}

function suggestion(given: unknown, choices: readonly string[]): string {
  const meant = typeof given === 'string' ? closest(given, choices) : null;
  return meant === null ? '' : ` Did you mean "${meant}"?`;
}
