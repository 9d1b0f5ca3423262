import type { SettingsInput } from '@loop-adapters/core';
import { fields, type Field } from './fields.js';

type Config = Readonly<Record<string, unknown>>;
interface Nested {
  [key: string]: unknown;
}

/**
 * Turns the flat `Config` of a RudderStack destination into settings of the core. Empty fields and the keys
 * that RudderStack adds for itself (`consentManagement`, `connectionMode`, …) are left out.
 *
 * The shape of the result is not checked here: a value of a wrong kind is passed on as it is, so that
 * `createTranslator` names it among all problems of the settings.
 *
 * @param config `event.destination.Config`; anything but an object counts as empty.
 */
export function readConfig(config: unknown): SettingsInput {
  const values = isObject(config) ? config : {};
  const settings: Nested = {};
  for (const field of fields) {
    if (field.when !== undefined && hidden(values, field.when)) continue;
    const value = readers[field.kind](values[field.key], field);
    if (value !== undefined) assign(settings, field.setting.split('.'), value);
  }
  return settings;
}

const readers: Readonly<Record<Field['kind'], (value: unknown, field: Field) => unknown>> = {
  secret: readText,
  text: readText,
  number: (value) => {
    const text = readText(value);
    return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : text;
  },
  toggle: (value) => (value === '' || value === null ? undefined : value),
  offIsNull: (value) => (value === false ? null : undefined),
  choice: (value, { handledBy = {} }) =>
    typeof value === 'string' && value in handledBy ? undefined : readText(value),
  names: (value, { itemKey = '' }) => readNames(value, itemKey),
  sources: readSources,
};

function readText(value: unknown): unknown {
  const text = typeof value === 'string' ? value.trim() : value;
  return text === '' || text === null ? undefined : text;
}

function readNames(value: unknown, itemKey: string): unknown {
  if (!Array.isArray(value)) return readText(value);
  return value
    .map((item: unknown) => readText(isObject(item) ? item[itemKey] : item))
    .filter((name) => name !== undefined);
}

function readSources(value: unknown): unknown {
  if (!Array.isArray(value)) return readText(value);
  const paths = new Map<string, unknown[]>();
  for (const row of value as readonly unknown[]) {
    const { from, to } = isObject(row) ? row : {};
    const parameter = readText(from);
    const path = readText(to);
    if (typeof parameter === 'string' && path !== undefined)
      paths.set(parameter, [...(paths.get(parameter) ?? []), path]);
  }
  return Object.fromEntries(paths);
}

/** A field that the form hides keeps its last value, which then must not count. */
function hidden(values: Config, { key, value }: { readonly key: string; readonly value: string | boolean }): boolean {
  const other = values[key];
  return typeof value === 'boolean' ? other === !value : other !== value;
}

function assign(target: Nested, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) target[key] = value;
  else assign((target[key] ??= {}) as Nested, rest, value);
}

function isObject(value: unknown): value is Config {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
