import type { RelayCode } from '../relay-codes.js';

/** A whole request is refused: nothing of it was kept. Thrown to where answers are made, and caught there. */
export class Refusal extends Error {
  /**
   * @param code why
   * @param retryAfterSeconds when the same may be sent again; null if the relay does not say
   */
  constructor(
    readonly code: RelayCode,
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(code);
    this.name = 'Refusal';
  }
}
