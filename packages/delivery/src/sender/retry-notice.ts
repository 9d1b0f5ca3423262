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
