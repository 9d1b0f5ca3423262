import { deliveryCodes, type FailedCode, type RefusedCode } from './delivery-codes.js';

/** Loop answered 2xx. Never send this request again. */
export interface Delivered {
  readonly status: 'delivered';
  readonly httpStatus: number;
  /** How often the request went out, the last time included. */
  readonly attempts: number;
}

/** Loop's answer is final and is no: sending the same again would not help. */
export interface Refused {
  readonly status: 'refused';
  readonly httpStatus: number;
  readonly attempts: number;
  readonly code: RefusedCode;
  /** What it means and what to do, for people. Holds no part of the query. */
  readonly message: string;
}

/** All tries are used up, or sending was stopped. Sending the same later may help. */
export interface Failed {
  readonly status: 'failed';
  /** How often the request went out; 0 if it never did. */
  readonly attempts: number;
  readonly code: FailedCode;
  /** What it means and what to do, for people. Holds no part of the query. */
  readonly message: string;
  /** Why no answer came: the code of Node or undici, such as `ECONNREFUSED`. Not there if none is known. */
  readonly cause?: string;
  /** The status of the last answer that came; null if none did. */
  readonly lastStatus: number | null;
  /** How long Loop asked to wait before the next try, in milliseconds; not there if it did not ask. */
  readonly retryAfterMs?: number;
}

/** What became of a request. */
export type SendResult = Delivered | Refused | Failed;

export function refused(httpStatus: number, attempts: number): Refused {
  const code = httpStatus < 400 ? 'redirected' : 'refused';
  return {
    status: 'refused',
    httpStatus,
    attempts,
    code,
    message: `Loop answered ${String(httpStatus)}. ${deliveryCodes[code]}`,
  };
}

/** @param cause the code of Node or undici; never a part of the URL */
export function failed(
  code: FailedCode,
  attempts: number,
  lastStatus: number | null,
  cause: string | null = null,
): Failed {
  const answered = code === 'throttled' || code === 'unavailable' ? `HTTP ${String(lastStatus)}` : null;
  const found = cause ?? answered;
  const message = deliveryCodes[code] + (found === null ? '' : ` (${found})`);
  return { status: 'failed', attempts, code, message, ...(cause === null ? {} : { cause }), lastStatus };
}
