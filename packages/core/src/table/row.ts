import type { Refusal } from '../codes/refusal.js';
import type { CountryReader } from '../normalize/country/country-reader.js';

/**
 * Where a value may come from, as people read it:
 *
 * - a path into the event: `context.device.model`;
 * - `setting app.id`: a setting, by its path;
 * - `guess timezone`: another row that is tried in silence, unless the setting `guess` switches it off;
 * - `adapter ip`: what the adapter knows besides the event.
 */
type SourceText = string;

/** What every row of the table has. */
export interface ParameterRow<Name extends string = string> {
  /** Loop's name of the parameter, or ours for what ends in `value[…]` or decides whether to send. */
  readonly name: Name;
  readonly kind: 'parameter' | 'guess' | 'signal' | 'identifier' | 'demographic' | 'value';
  readonly required: boolean;
  readonly label: string;
  /** Tried in this order. */
  readonly sources: readonly SourceText[];
  /** The keys of `value[…]` that it is sent under; none if it is no such value, or if its key is a setting. */
  readonly valueKeys?: readonly string[];
  /** Whether the setting `sources` may replace the paths into the event. */
  readonly replaceable: boolean;
}

/**
 * What is sent of one value of the event: null for what can't be, or a refusal that says why; undefined for what
 * says nothing and is not worth a note, such as the name of an SDK.
 */
export type Normalized = string | null | undefined | Refusal;

/** Makes it of one value of the event, with a reader of countries. */
type Normalize = (value: unknown, countries: CountryReader) => Normalized;

/** One value of the event becomes one text. */
export interface TextRow<Name extends string = string> extends ParameterRow<Name> {
  readonly normalize: Normalize;
}

/** A row that needs nothing but the value. */
export interface PlainRow<Name extends string = string> extends TextRow<Name> {
  readonly normalize: (value: unknown) => Normalized;
}

/** A parameter of Loop's. The translator walks these rows in the order of the table; `form` says how a row is filled. */
export type WireRow<Name extends string = string> =
  | (TextRow<Name> & {
      readonly kind: 'parameter';
      /**
       * - `text`: the first usable value is sent;
       * - `free_text`: likewise, but it may be any text, so the guard looks at it;
       * - `address`: the first public one of all sources, else a private one; with the setting `relay` it is left to the
       *   relay.
       */
      readonly form: 'text' | 'free_text' | 'address';
    })
  | (ParameterRow<Name> & {
      readonly kind: 'parameter';
      /**
       * - `names`: a list of names, with commas between them, each of which the guard looks at;
       * - `secret`: the source hash of the event's platform, from the settings, or left to the relay;
       * - `decided`: found out when it was decided whether the event may be sent.
       */
      readonly form: 'names' | 'secret' | 'decided';
    })
  | (ParameterRow<Name> & {
      readonly kind: 'parameter';
      /** The same text in every request. */
      readonly form: 'fixed';
      readonly text: string;
    });

/** A row whose value is hashed: its keys are those of the SHA-256 and of the SHA-512. */
export interface IdentifierRow<Name extends string = string> extends ParameterRow<Name> {
  readonly kind: 'identifier';
  /** The setting below `identifiers` that switches it off. */
  readonly setting: 'email' | 'phone' | 'nationalId';
  readonly valueKeys: readonly [sha256Key: string, sha512Key: string];
  /** The form that is hashed; null for what is no such identifier, or a refusal that says why. */
  readonly normalize: (text: string, given: IdentifierFacts) => string | null | Refusal;
}

/** What a normalizer of an identifier may need besides the text. */
export interface IdentifierFacts {
  /** Alpha-2, in lower case; null if it is not known. */
  readonly country: string | null;
  readonly normalizePhone: NormalizePhone;
  /** The last key of the path that the text stood under: `cpf`. */
  readonly key: string;
}

/** A phone as digits with its country code, or null if it can't be read. */
export type NormalizePhone = (text: string, country: string | null) => string | null;

/** A normalizer for text alone: anything else is refused. */
export function ofText<T extends string>(normalize: (text: string) => T | null): (value: unknown) => T | null {
  return (value) => (typeof value === 'string' ? normalize(value) : null);
}

/** The paths into the event among a row's sources. */
export function eventPaths({ sources }: Pick<ParameterRow, 'sources'>): string[] {
  return sources.filter((source) => !source.includes(' '));
}

/** The first setting among a row's sources, as its path; null if there is none. */
export function settingOf({ sources }: Pick<ParameterRow, 'sources'>): string | null {
  const source = sources.find((text) => text.startsWith('setting '));
  return source === undefined ? null : source.slice('setting '.length);
}
