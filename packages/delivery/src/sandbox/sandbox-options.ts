import { SettingsError } from '@loop-adapters/core';
import * as v from 'valibot';
import { wholeNumber } from '../settings/whole-number.js';
import type { Arrival, SandboxRequest } from './arrivals.js';
import type { Fault } from './fault.js';

const rate = 'must be a number from 0 to 1';

const functionOf = <Type>() => v.custom<Type>((value) => typeof value === 'function', 'must be a function');

const sandboxOptions = v.strictObject({
  /** The port; 0, the default, takes a free one. */
  port: v.optional(wholeNumber(0, 65_535), 0),
  /** The address to listen on; this machine only, if left out. */
  host: v.optional(v.pipe(v.string('must be text'), v.nonEmpty('must be an address')), '127.0.0.1'),
  /** The part of the requests that is answered 500, from 0 to 1. */
  failRate: v.optional(v.pipe(v.number(rate), v.minValue(0, rate), v.maxValue(1, rate)), 0),
  /** Most requests in a second; what is over is answered 429 with `Retry-After`. */
  throttleRps: v.optional(wholeNumber(1, 1_000_000)),
  /** How long each answer takes, in milliseconds. */
  latencyMs: v.optional(wholeNumber(0, 600_000), 0),
  /** The source hashes that exist. If left out, every well-formed one does. */
  sourceHashes: v.optional(v.array(v.string('must be text'), 'must be an array of texts')),
  /** How many requests are kept for the list, the newest ones. */
  keep: v.optional(wholeNumber(1, 1_000_000), 1000),
  /** Called with each request to `/mobile` and its answer. Must not throw. */
  onRequest: v.optional(functionOf<(arrival: Arrival) => void>()),
  /** The fault script: says per request what goes wrong; `undefined` for nothing. Comes before everything else. */
  answers: v.optional(functionOf<(n: number, request: SandboxRequest) => Fault | undefined>()),
  /** A random number from 0 up to 1, for `failRate`. */
  random: v.optional(functionOf<() => number>(), () => Math.random),
  /** The time in milliseconds since 1970. */
  now: v.optional(functionOf<() => number>(), () => Date.now),
});

/** What `startSandbox` takes. Everything can be left out. */
export type SandboxOptionsInput = v.InferInput<typeof sandboxOptions>;

/** The same with every default filled in. */
export type SandboxOptions = v.InferOutput<typeof sandboxOptions>;

/** @throws SettingsError that lists every problem by its path */
export function readSandboxOptions(input: unknown): SandboxOptions {
  const result = v.safeParse(sandboxOptions, input);
  if (result.success) return result.output;
  throw new SettingsError(
    result.issues.map((issue) => ({
      path: v.getDotPath(issue) ?? '',
      message: issue.type === 'strict_object' ? 'is no option of the sandbox' : issue.message,
    })),
  );
}
