import { defaultRetryTiming, SettingsError } from '@loop-adapters/core';
import * as v from 'valibot';
import { wholeNumber } from './whole-number.js';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const rate = 'must be a number of requests per second, more than 0, at most 1000000';

const callback = v.custom<(retry: RetryNotice) => void>((value) => typeof value === 'function', 'must be a function');

/** Told before each wait. */
export interface RetryNotice {
  /** How often the request has gone out so far. */
  readonly attempts: number;
  /** How long the sender waits before it goes out again, in milliseconds. */
  readonly delayMs: number;
  /** The answer's status; null if none came. */
  readonly httpStatus: number | null;
  /** Whether the server named the wait (`Retry-After`). */
  readonly asked: boolean;
}

const retry = v.strictObject({
  /** Most tries for one request, the first one included. */
  attempts: v.optional(wholeNumber(1, 1000), 8),
  /** Ceiling of the first wait, in milliseconds. It doubles with every try; the wait is random up to the ceiling. */
  baseDelayMs: v.optional(wholeNumber(0, dayMs), defaultRetryTiming.baseDelayMs),
  /** Where the doubling stops, in milliseconds. */
  maxDelayMs: v.optional(wholeNumber(0, dayMs), defaultRetryTiming.maxDelayMs),
  /** The longest `Retry-After` that is obeyed, in milliseconds. A longer one is cut to this. */
  maxRetryAfterMs: v.optional(wholeNumber(0, dayMs), defaultRetryTiming.maxRetryAfterMs),
});

/** The sender's settings: types, checks and defaults in one place. */
const senderSettings = v.strictObject({
  /** Most requests on their way to one server at once, each on a connection of its own. */
  concurrency: v.optional(wholeNumber(1, 10_000), 32),
  /** How long one try may wait to connect, then for the status line, then for the body; in milliseconds. */
  timeoutMs: v.optional(wholeNumber(1, 10 * minuteMs), 10_000),
  /** When to try again, and how often. */
  retry: v.optional(retry, {}),
  /** Most requests per second to one server; no limit if left out. Loop documents none. */
  maxRequestsPerSecond: v.optional(v.pipe(v.number(rate), v.gtValue(0, rate), v.maxValue(1_000_000, rate))),
  /** So many failures in a row mean that the server is down: one request at a time is tried then, until it answers. */
  breakerFailures: v.optional(wholeNumber(1, 1_000_000), 10),
  /** The `User-Agent` header. */
  userAgent: v.optional(
    v.pipe(
      v.string('must be text'),
      v.regex(/^[\x21-\x7e](?:[\x20-\x7e]{0,254}[\x21-\x7e])?$/, 'must be visible ASCII characters'),
    ),
    'loop-adapters',
  ),
  /** Called before each wait. Must not throw. */
  onRetry: v.optional(callback),
});

/** What `createSender` takes. Everything can be left out. */
export type SenderSettingsInput = v.InferInput<typeof senderSettings>;

/** The same with every default filled in. */
export type SenderSettings = v.InferOutput<typeof senderSettings>;

/**
 * Checks the settings and fills in the defaults.
 *
 * @throws SettingsError that lists every problem by its path
 */
export function readSenderSettings(input: unknown): SenderSettings {
  const result = v.safeParse(senderSettings, input);
  if (result.success) return result.output;
  throw new SettingsError(
    result.issues.map((issue) => ({ path: v.getDotPath(issue) ?? '', message: describe(issue) })),
  );
}

function describe(issue: v.BaseIssue<unknown>): string {
  if (issue.type !== 'strict_object') return issue.message;
  return issue.expected === 'never' ? 'is no setting of the sender' : 'must be an object';
}
