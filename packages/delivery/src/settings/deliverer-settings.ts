import { isEndpoint, type Settings } from '@loop-adapters/core';
import * as v from 'valibot';
import type { Queue } from '../queue/queue.js';
import type { QueueError } from '../queue/queue-error.js';
import { readSettings } from './read-settings.js';
import type { SenderSettingsInput } from './sender-settings.js';
import { wholeNumber } from './whole-number.js';

/** An event that Loop answered 2xx. */
export interface DeliveredNotice {
  readonly httpStatus: number;
  /** How often its request went out. */
  readonly attempts: number;
  /** How long the last try took, the wait for its turn included; in milliseconds. */
  readonly tookMs: number;
}

/** A try that failed and is repeated. */
export interface RetriedNotice {
  /** Why: one of `deliveryCodes`. */
  readonly code: string;
  /** Loop's status; null if no answer came. */
  readonly httpStatus: number | null;
  readonly attempts: number;
  /** When the next try is due, in milliseconds from now. */
  readonly delayMs: number;
}

/** An event that became a dead letter. */
export interface BuriedNotice {
  /** Why: one of `deliveryCodes` or `deadLetterCodes`. */
  readonly code: string;
  readonly httpStatus: number | null;
  readonly attempts: number;
}

const functionOf = <Type>() => v.custom<Type>((value) => typeof value === 'function', 'must be a function');

const sourceHash = v.union(
  [
    v.null(),
    v.pipe(v.string(), v.nonEmpty()),
    v.strictObject({
      android: v.optional(v.pipe(v.string(), v.nonEmpty())),
      ios: v.optional(v.pipe(v.string(), v.nonEmpty())),
    }),
  ],
  'must be a source hash, { android, ios }, or null if a relay puts it in',
);

const delivererSettings = v.strictObject({
  /** Where the events are. It stays open when the deliverer stops. */
  queue: v.custom<Queue>((value) => typeof value === 'object' && value !== null, 'must be a queue'),
  /** Where they go: Loop, or a relay. */
  endpoint: v.pipe(
    v.string('must be a URL'),
    v.check(isEndpoint, 'must be a URL with https, or http on this machine, without a query'),
  ),
  /** Puts a source hash into each request; null if the endpoint is a relay, which does that. */
  sourceHash: v.custom<NonNullable<Settings['sourceHash']> | null>(
    (value) => v.is(sourceHash, value),
    sourceHash.message as string,
  ),
  /**
   * The sender's settings. `retry.attempts` has no meaning here: an event is tried again until it is delivered, refused
   * or too old.
   */
  sender: v.optional(
    v.custom<SenderSettingsInput>((value) => typeof value === 'object', 'must be an object'),
    {},
  ),
  /**
   * Most events that are taken from the queue at once. It is the most that can be delivered twice if the process is
   * killed. If left out: four times the concurrency.
   */
  maxInFlight: v.optional(wholeNumber(1, 100_000)),
  /** An event that waited longer than this becomes a dead letter, with the code `expired`. In hours. */
  maxAgeHours: v.optional(wholeNumber(1, 87_600), 72),
  /**
   * How often the queue is asked for events that became due or that other processes have added, in milliseconds. Those
   * that this process adds go out at once.
   */
  pollMs: v.optional(wholeNumber(1, 3_600_000), 250),
  /** Called with each event that Loop has. None of these functions must throw. */
  onDelivered: v.optional(functionOf<(notice: DeliveredNotice) => void>()),
  /** Called with each try that is to be repeated. */
  onRetry: v.optional(functionOf<(notice: RetriedNotice) => void>()),
  /** Called with each event that is given up. */
  onDeadLetter: v.optional(functionOf<(notice: BuriedNotice) => void>()),
  /** Called when the queue can't be read or written. The deliverer goes on trying. */
  onTrouble: v.optional(functionOf<(error: QueueError) => void>()),
  /** Called with how many dead letters went for good, because they were old or too many. */
  onDropped: v.optional(functionOf<(count: number) => void>()),
});

/** What `createDeliverer` takes. `queue`, `endpoint` and `sourceHash` are needed; everything else has a default. */
export type DelivererSettingsInput = v.InferInput<typeof delivererSettings>;

/** The same with every default filled in. */
export type DelivererSettings = v.InferOutput<typeof delivererSettings>;

/** @throws SettingsError that lists every problem by its path. It shows no value */
export function readDelivererSettings(input: unknown): DelivererSettings {
  return readSettings(delivererSettings, input, 'the deliverer');
}
