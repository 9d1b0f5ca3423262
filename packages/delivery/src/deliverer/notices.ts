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
  /** Why no answer came, such as `ENOTFOUND`; null if that is not known, or if one came. */
  readonly cause: string | null;
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

/** Loop refuses all events of a source, or has taken one again. */
export interface WallNotice {
  readonly isUp: boolean;
  /** The answer that they all get, or got. */
  readonly httpStatus: number;
}
