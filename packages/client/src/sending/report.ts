import type { Note, Problem, ReasonCode } from '@loop-adapters/core/bare';

/** What became of a request that left, or could not leave. The code is stable; `deliveryCodes` has its sentence. */
export type DeliveryCode =
  | 'accepted'
  | 'unconfirmed'
  | 'refused'
  | 'blocked_by_csp'
  | 'unreachable'
  | 'queue_full'
  | 'no_fetch'
  | 'part_missing';

/** What became of one event. It holds no value of the event, no hash and no source hash. */
export interface Report {
  /** The event's type: `track`, `identify`, `page`, … */
  readonly type: string;
  /**
   * - `sent`: it was handed over. With the code `unconfirmed` nobody knows whether Loop took it.
   * - `skipped`: it must not be sent, and nothing is wrong.
   * - `invalid`: something that Loop requires is missing or wrong.
   * - `failed`: it could not be delivered.
   */
  readonly status: 'sent' | 'skipped' | 'invalid' | 'failed';
  /** What a program decides by. For `invalid` it is the code of the first problem. */
  readonly code: DeliveryCode | ReasonCode | Problem['code'];
  /** What a person reads: what happened and what to do. */
  readonly message: string;
  /** What was left out of the request, and for an `invalid` event every problem. */
  readonly remarks: readonly (Note | Problem)[];
  /** Values of the host app that did not come: the setting, and why. */
  readonly failures: readonly HostFailure[];
}

/** A function of the settings that gave no answer. What it threw may hold personal data, so it is not shown. */
export interface HostFailure {
  /** The setting: `ip`, `advertisingId`, `consent`, `device.model`; or a part of the code: `phone parser`, `country names`. */
  readonly setting: string;
  readonly reason: 'failed' | 'timed_out';
}
