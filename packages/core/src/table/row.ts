import type { Refusal } from '../translate/refusal.js';

/** What a reader may know of the rest of the event. */
export interface Facts {
  readonly deviceId: string | null;
  /** Whether the event says yes to tracking. */
  readonly allowsTracking?: boolean;
}

/** For readers that need to know nothing else. */
export const noFacts: Facts = { deviceId: null };

/** One row of the table, as the translator needs it. */
export interface ParameterRow<Name extends string = string> {
  /** Loop's name of the parameter, or ours for what ends in `value[…]` or decides whether to send. */
  readonly name: Name;
  readonly kind: 'parameter' | 'guess' | 'signal' | 'identifier' | 'demographic' | 'value';
  readonly required: boolean;
  readonly label: string;
  /** Paths into the payload, tried in this order. */
  readonly sources: readonly string[];
  /** Path into the settings that is tried after the sources; null if there is none. */
  readonly setting: string | null;
  /** The keys of `value[…]` that it is sent under; none if it is no such value, or if its key is a setting. */
  readonly valueKeys?: readonly string[];
  /** Whether the setting `sources` may replace the paths. */
  readonly replaceable: boolean;
}

/** What people read about a parameter. */
export interface ParameterWords {
  readonly description: string;
  /** Completes the sentence "It must be …". */
  readonly expects: string;
}

/**
 * One row of the table with its words. Everything that speaks of parameters is made from these rows:
 * the translator, the field defaults of the Segment action, the docs, what `explain` prints.
 */
export interface Parameter<Name extends string = string> extends ParameterRow<Name>, ParameterWords {}

/** A parameter whose value is text that one value of the event becomes. */
export interface TextParameter<Name extends string = string> extends ParameterRow<Name> {
  readonly read: (value: unknown, facts: Facts) => string | Refusal;
}

/** A parameter that an event is invalid without; what it expects stands in the problem. */
export interface RequiredParameter<Name extends string = string> extends TextParameter<Name> {
  readonly required: true;
  readonly expects: string;
}
