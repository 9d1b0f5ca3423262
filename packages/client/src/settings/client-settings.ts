import { SettingsError, type SettingsInput, type SettingsProblem } from '@loop-adapters/core/bare';
import type { ConsentSetting } from '../host/consent.js';
import type { HostValue } from '../host/host-value.js';
import { hostValues, type HostValueKind, type HostValueName } from '../host/host-values.js';
import { readPath } from '../payload/read-path.js';

/**
 * The settings of an adapter that runs inside an app: the core's, and what only the app knows, as values or as
 * functions that may be asynchronous.
 */
export interface ClientSettings extends Omit<SettingsInput, 'app' | 'country' | 'device' | 'consent'> {
  readonly app?: { readonly id?: HostValue<string>; readonly name?: HostValue<string> };
  readonly country?: HostValue<string>;
  readonly ip?: HostValue<string>;
  readonly advertisingId?: HostValue<string>;
  readonly installedApps?: HostValue<readonly string[] | string>;
  readonly device?: {
    readonly model?: HostValue<string>;
    readonly manufacturer?: HostValue<string>;
    readonly type?: HostValue<string>;
    readonly id?: HostValue<string>;
  };
  readonly trackingStatus?: HostValue<string | number>;
  readonly adTrackingEnabled?: HostValue<boolean>;
  readonly consent?: ConsentSetting;
  readonly valueTimeoutMs?: number;
  readonly queueSize?: number;
  readonly imageFallback?: boolean;
}

/** The client's own settings, checked and with defaults. */
export interface ParsedClientSettings {
  /** What the core gets; it checks that itself. */
  readonly core: SettingsInput;
  readonly sources: ReadonlyMap<HostValueName, unknown>;
  readonly consent: ConsentSetting | undefined;
  readonly valueTimeoutMs: number;
  readonly queueSize: number;
  readonly imageFallback: boolean;
}

/** What a value given outright must be. What a function returns is the core's business. */
const kinds: Readonly<Record<HostValueKind, { readonly accepts: (value: unknown) => boolean; readonly form: string }>> =
  {
    text: { accepts: isText, form: 'text' },
    list: { accepts: (value) => isText(value) || isList(value), form: 'a list of texts' },
    flag: { accepts: (value) => typeof value === 'boolean', form: 'true or false' },
    status: {
      accepts: (value) => isText(value) || typeof value === 'number',
      form: 'a status of App Tracking Transparency, such as "authorized" or 3',
    },
  };

/**
 * Takes the client's own settings out, and leaves the core's.
 * @param settings of any shape
 * @throws SettingsError that lists every problem of the client's own settings
 */
export function parseClientSettings(settings: ClientSettings): ParsedClientSettings {
  const given: unknown = settings;
  if (!isObject(given)) throw new SettingsError([{ path: '', message: 'It must be an object.' }]);
  const { consent, valueTimeoutMs = 3000, queueSize = 500, imageFallback = false, ...others } = settings;

  const problems = [...groupProblems('app', given['app']), ...groupProblems('device', given['device'])];
  const sources = new Map<HostValueName, unknown>();
  for (const { setting, kind } of hostValues) {
    const value = readPath(given, setting);
    if (value === undefined || value === null || isWrittenCountry(setting, value)) continue;
    if (typeof value === 'function' || kinds[kind].accepts(value)) sources.set(setting, value);
    else problems.push({ path: setting, message: `It must be ${kinds[kind].form}, or a function that returns it.` });
  }
  if (!isConsent(consent)) problems.push({ path: 'consent', message: consentForm });
  const limits = [
    ['valueTimeoutMs', valueTimeoutMs, 60_000],
    ['queueSize', queueSize, 10_000],
  ] as const;
  for (const [path, value, max] of limits) {
    if (Number.isInteger(value) && value >= 1 && value <= max) continue;
    problems.push({ path, message: `It must be a whole number from 1 to ${max}.` });
  }
  if (typeof imageFallback !== 'boolean')
    problems.push({ path: 'imageFallback', message: 'It must be true or false.' });
  if (problems.length > 0) throw new SettingsError(problems);
  const ofCore = Object.entries(others).filter(([name, value]) => isWrittenCountry(name, value) || !isOfHost(name));
  return { core: Object.fromEntries(ofCore), sources, consent, valueTimeoutMs, queueSize, imageFallback };
}

/**
 * A country that is written down is the core's own setting, which comes after the guesses: the same settings then give
 * the same country everywhere. What a function finds out comes before them.
 */
function isWrittenCountry(setting: string, value: unknown): boolean {
  return setting === 'country' && typeof value === 'string';
}

/** Whether values of the host app stand under this name. */
function isOfHost(name: string): boolean {
  return hostValues.some(({ setting }) => setting.split('.')[0] === name);
}

const consentForm = 'It must be true, false, a function, or { required: [category, …], granted: function }.';

/** What is wrong with an object that holds values of the host app. */
function groupProblems(name: 'app' | 'device', group: unknown): SettingsProblem[] {
  if (group === undefined) return [];
  if (!isObject(group)) return [{ path: name, message: 'It must be an object.' }];
  const known = hostValues
    .map(({ setting }) => setting.split('.'))
    .flatMap(([first, key]) => (first === name && key !== undefined ? [key] : []));
  return Object.keys(group)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      path: `${name}.${key}`,
      message: `There is no such setting. Known here: ${known.join(', ')}.`,
    }));
}

function isConsent(consent: unknown): boolean {
  if (consent === undefined || typeof consent === 'boolean' || typeof consent === 'function') return true;
  if (!isObject(consent)) return false;
  const { required, granted, ...others } = consent;
  return (
    isList(required) &&
    required.length > 0 &&
    (granted === undefined || typeof granted === 'function' || isObject(granted) || isList(granted)) &&
    Object.keys(others).length === 0
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
