import { andThen, type Eventual } from './eventual.js';
import { createHostValueReader, type HostValue } from './host-value.js';
import type { TimeLimit } from './time-limit.js';

/**
 * Whether the person agrees.
 *
 * - `true`, `false`, or a function that returns it or a promise of it: only `true` lets events through;
 * - `{ required }`: the categories that an event must grant by itself (`context.consent`, `context.consentManagement`);
 * - `{ required, granted }`: the same, but a function of the app says which categories are granted. An event that
 *   denies one of them is not sent all the same.
 *
 * A function is asked with every event, because people change their minds. One that throws, rejects or takes too long
 * has granted nothing.
 */
export type ConsentSetting =
  | boolean
  | (() => Eventual<boolean | null | undefined>)
  | {
      /** The categories that have to be granted, all of them. */
      readonly required: readonly string[];
      /** Which categories the person has granted. Without it the event itself has to say so. */
      readonly granted?: HostValue<GrantedCategories>;
      /** Whether a category that is not on an event's list of denied ones was granted. */
      readonly deniedListIsComplete?: boolean;
    };

/** The granted categories as a list, or every category with whether it is granted. */
export type GrantedCategories = readonly string[] | Readonly<Record<string, boolean>>;

/** Stands for the one category of a plain yes or no. */
const category = 'loop';

/** Whether the setting alone says yes or no, not the event. */
export function isPlainConsent(setting: ConsentSetting | undefined): boolean {
  return typeof setting === 'boolean' || typeof setting === 'function';
}

/** What came of asking for consent. */
export interface Consent {
  /** By required category; null if only the event itself can say. */
  readonly categories: Readonly<Record<string, boolean>> | null;
  readonly failure: 'failed' | 'timed_out' | null;
}

/** The consent setting, compiled. */
export interface ConsentReader {
  /** For the core's setting `consent.required`. */
  readonly required: readonly string[];
  /** Never throws, never rejects. */
  readonly read: () => Eventual<Consent>;
}

export function createConsentReader(setting: ConsentSetting | undefined, limit: TimeLimit): ConsentReader {
  const group = typeof setting === 'object' ? setting : undefined;
  const source = group === undefined ? setting : group.granted;
  const required = isPlainConsent(setting) ? [category] : (group?.required ?? []);
  if (source === undefined) return { required, read: () => ({ categories: null, failure: null }) };
  const reader = createHostValueReader(source, false, limit);
  return {
    required,
    read: () =>
      andThen(reader.read(), ({ value, failure }) => ({
        categories: Object.fromEntries(required.map((name) => [name, grants(value, name)])),
        failure,
      })),
  };
}

/** Only a plain yes is one. */
function grants(value: unknown, name: string): boolean {
  if (Array.isArray(value)) return value.includes(name);
  if (typeof value !== 'object' || value === null) return value === true;
  return Object.prototype.hasOwnProperty.call(value, name) && (value as Record<string, unknown>)[name] === true;
}
