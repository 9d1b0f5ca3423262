import {
  functionForm,
  missingSource,
  readSetting,
  SettingsError,
  settingsSchema,
  type Form,
  type GroupForm,
  type SettingsInput,
  type SettingsProblem,
} from '@loop-adapters/core/bare';
import type { ConsentSetting } from '../host/consent.js';
import { hostValues, type HostValueKind, type HostValueName } from '../host/host-values.js';
import { trackingStatuses } from '../host/tracking-status.js';
import { readPath } from '../payload/read-path.js';
import type { ClientSettings } from './generated/client-settings-types.js';

export type { ClientSettings } from './generated/client-settings-types.js';

const text = { type: 'string', trim: true, min: 1, max: 1000 } as const;
const list = { type: 'array', items: text, max: 1000 } as const;

/** What a value given outright may be. What a function returns is the core's business. */
const kinds = {
  text: [text],
  list: [text, list],
  flag: [{ type: 'boolean' }],
  // App Tracking Transparency's own numbers.
  status: [{ enum: trackingStatuses }, { type: 'number', min: 0, max: 3 }],
} as const satisfies Readonly<Record<HostValueKind, readonly Form[]>>;

/** A value of the host app, or a function that finds it out; null is none. */
const fromHost = (kind: HostValueKind): Form => ({ anyOf: [...kinds[kind], functionForm, { type: 'null' }] });

const { consent, country } = settingsSchema.entries;
const { required, deniedListIsComplete } = consent.entries;

/** The values of the host app that stand under one name, or in an object of that name. */
function hostEntries(): Record<string, Form> {
  const entries: Record<string, Form> = {};
  for (const { setting, kind } of hostValues) {
    const [name, key] = setting.split('.') as [string, string | undefined];
    if (key === undefined) entries[name] = fromHost(kind);
    else {
      const group = entries[name] as GroupForm | undefined;
      entries[name] = { type: 'object', entries: { ...group?.entries, [key]: fromHost(kind) } };
    }
  }
  return entries;
}

/** The settings of an adapter inside an app: the core's, what only the app knows, and how to send from there. */
export const clientForm: GroupForm = {
  type: 'object',
  entries: {
    ...settingsSchema.entries,
    ...hostEntries(),
    country: { anyOf: [country, functionForm, { type: 'null' }] },
    consent: {
      anyOf: [
        { type: 'boolean' },
        functionForm,
        {
          type: 'object',
          entries: {
            required: { ...required, min: 1, required: true },
            granted: { anyOf: [list, functionForm, { is: isObject, words: 'an object' }] },
            deniedListIsComplete,
          },
        },
      ],
    },
    valueTimeoutMs: { type: 'number', min: 1, max: 60_000, default: 3000 },
    queueSize: { type: 'number', min: 1, max: 10_000, default: 500 },
    imageFallback: { type: 'boolean', default: false },
  },
};

/** The client's settings, checked and with defaults. */
export interface ParsedClientSettings {
  /** What the core gets. */
  readonly core: SettingsInput;
  readonly sources: ReadonlyMap<HostValueName, unknown>;
  readonly consent: ConsentSetting | undefined;
  readonly deniedListIsComplete: boolean;
  readonly valueTimeoutMs: number;
  readonly queueSize: number;
  readonly imageFallback: boolean;
}

/**
 * Checks the settings of an adapter that sends from an app: the core's, the client's and its own.
 *
 * @param form `clientForm`, or that with the adapter's own entries
 * @returns the settings with their defaults
 * @throws SettingsError that lists every problem, a missing source hash too
 */
export function readAdapterSettings(form: GroupForm, settings: unknown): Readonly<Record<string, unknown>> {
  const problems: SettingsProblem[] = [];
  const read = readSetting(form, settings ?? null, [], problems);
  if (isObject(settings) && settings['sourceHash'] === undefined && settings['relay'] === undefined) {
    problems.push(missingSource());
  }
  if (problems.length > 0) throw new SettingsError(problems);
  return read as Readonly<Record<string, unknown>>;
}

/**
 * Takes the client's own settings out, and leaves the core's.
 * @param settings of any shape
 * @throws SettingsError that lists every problem
 */
export function parseClientSettings(settings: ClientSettings): ParsedClientSettings {
  const problems: SettingsProblem[] = [];
  const read = readSetting(clientForm, settings, [], problems);
  if (problems.length > 0) throw new SettingsError(problems);
  const parsed = read as Readonly<Record<string, unknown>>;

  const sources = new Map<HostValueName, unknown>();
  for (const { setting } of hostValues) {
    const value = readPath(parsed, setting);
    if (value === undefined || value === null || isWrittenCountry(setting, value)) continue;
    sources.set(setting, value);
  }
  const ofCore = Object.entries(parsed).filter(
    ([name, value]) =>
      name in settingsSchema.entries && name !== 'consent' && (isWrittenCountry(name, value) || !isOfHost(name)),
  );
  const { consent: given } = parsed;
  return {
    core: Object.fromEntries(ofCore),
    sources,
    consent: given as ConsentSetting | undefined,
    deniedListIsComplete: isObject(given) && given['deniedListIsComplete'] === true,
    valueTimeoutMs: parsed['valueTimeoutMs'] as number,
    queueSize: parsed['queueSize'] as number,
    imageFallback: parsed['imageFallback'] as boolean,
  };
}

/** A country that is written down is the core's own setting: the same settings then give the same country everywhere. */
function isWrittenCountry(setting: string, value: unknown): boolean {
  return setting === 'country' && typeof value === 'string';
}

/** Whether values of the host app stand under this name. */
function isOfHost(name: string): boolean {
  return hostValues.some(({ setting }) => setting.split('.')[0] === name);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
