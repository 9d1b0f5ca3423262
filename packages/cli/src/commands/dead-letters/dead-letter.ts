import type { Position } from '../../input/read-events.js';

/** A request that did not get through, as it is kept. There is no source hash in it, and nothing raw. */
export interface DeadLetter {
  /** When it was given up, as an ISO date. */
  readonly at: string;
  readonly reason: {
    /** A code of the sender's, such as `refused` or `no_connection`, or `not_sendable`. */
    readonly code: string;
    /** Loop's last HTTP status; null if no answer came. */
    readonly status: number | null;
    readonly message: string;
  };
  /** Where the event stood. */
  readonly from: Position;
  /** Loop's parameters in the order of the request, without `source_hash`. */
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Reads one line of a dead-letter file.
 *
 * @returns null if the value is no dead letter
 */
export function readDeadLetter(value: unknown): DeadLetter | null {
  if (!isObject(value) || !isObject(value['reason']) || !isObject(value['from']) || !isObject(value['params'])) {
    return null;
  }
  const { at, reason, from, params } = value;
  const isWhole =
    typeof at === 'string' &&
    typeof reason['code'] === 'string' &&
    typeof reason['message'] === 'string' &&
    (reason['status'] === null || typeof reason['status'] === 'number') &&
    typeof from['input'] === 'string' &&
    typeof from['line'] === 'number' &&
    Object.values(params).every((parameter) => typeof parameter === 'string');
  return isWhole ? (value as unknown as DeadLetter) : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
