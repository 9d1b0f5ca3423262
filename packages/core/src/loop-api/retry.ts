/** How long to wait between two tries. All times are in milliseconds. */
export interface RetryTiming {
  /** Ceiling of the first wait; it doubles with every further try. */
  readonly baseDelayMs: number;
  /** Ceiling that the doubling stops at. */
  readonly maxDelayMs: number;
  /** The longest `Retry-After` that is obeyed; a longer one is cut to this. */
  readonly maxRetryAfterMs: number;
}

/** What is known when a try has failed. */
export interface FailedTry {
  /** How many tries there have been, 1 or more. */
  readonly attempts: number;
  /** The answer's `Retry-After` header as it came, or `null`. */
  readonly retryAfter: string | null;
  /** The time of the answer, in milliseconds since 1970. */
  readonly nowMs: number;
  /** A random number from 0 up to, not including, 1. */
  readonly random: number;
}

/** Half a second at first, half a minute at most; Loop may ask for a pause of up to an hour. */
export const defaultRetryTiming: RetryTiming = {
  baseDelayMs: 500,
  maxDelayMs: 30_000,
  maxRetryAfterMs: 3_600_000,
};

/** Keeps the power finite: a base of 0 times Infinity would be no number. */
const maxDoublings = 1000;

/**
 * Says how long to wait before the next try: a whole number of milliseconds, 0 or more.
 *
 * Exponential backoff with full jitter: anything from 0 up to `baseDelayMs · 2^(attempts - 1)`,
 * capped at `maxDelayMs`, so that many senders that failed together don't come back together.
 * A `Retry-After` that can be read makes the wait longer, up to its bound, and never shorter: a
 * server that says 0, or a date that is past, would be asked hundreds of times a second.
 *
 * @param failed the try that failed; the clock and the random number are arguments, so the same
 *   arguments give the same wait
 * @param timing the bounds; {@link defaultRetryTiming} if left out
 */
export function retryDelayMs(failed: FailedTry, timing: RetryTiming = defaultRetryTiming): number {
  const asked = failed.retryAfter === null ? null : readRetryAfterMs(failed.retryAfter, failed.nowMs);
  const doublings = Math.min(failed.attempts - 1, maxDoublings);
  const ceiling = Math.min(timing.maxDelayMs, timing.baseDelayMs * 2 ** doublings);
  const backoff = Math.floor(failed.random * ceiling);
  return asked === null ? backoff : Math.max(backoff, Math.min(asked, timing.maxRetryAfterMs));
}

/**
 * Reads a `Retry-After` header (RFC 9110 §10.2.3): whole seconds, or a date in one of the three
 * forms of §5.6.7. Returns milliseconds from now, 0 for a date that is past, and `null` for
 * anything else, which is then as if the header weren't there.
 *
 * @param header the header's value
 * @param nowMs the time now, in milliseconds since 1970
 */
export function readRetryAfterMs(header: string, nowMs: number): number | null {
  const text = header.trim();
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const dateMs = readHttpDateMs(text, nowMs);
  return dateMs === null ? null : Math.max(0, dateMs - nowMs);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The first two forms differ in little more than their separators. */
const httpDate = /^\w{3,9}, ([ \d]\d)[ -](\w{3})[ -](\d{4}|\d\d) (\d\d):(\d\d):(\d\d) GMT$/;

/** The third form, which C's `asctime` prints. */
const asctime = /^(\w{3}) (\w{3}) ([ \d]\d) ([\d:]{8}) (\d{4})$/;

/**
 * Written out because `Date.parse` promises only ISO dates: engines differ on these forms, and
 * they read the zone-less third one as local time.
 */
function readHttpDateMs(text: string, nowMs: number): number | null {
  const [, day, month = '', year = '', ...time] = httpDate.exec(text.replace(asctime, '$1, $3 $2 $5 $4 GMT')) ?? [];
  const monthAt = months.indexOf(month);
  if (day === undefined || monthAt === -1) return null;
  const [hours, minutes, seconds] = time.map(Number);
  return Date.UTC(fullYear(year, nowMs), monthAt, Number(day), hours, minutes, seconds);
}

/** A two-digit year more than 50 years ahead is the last past one with these digits (§5.6.7). */
function fullYear(digits: string, nowMs: number): number {
  if (digits.length === 4) return Number(digits);
  const thisYear = new Date(nowMs).getUTCFullYear();
  const year = thisYear - (thisYear % 100) + Number(digits);
  return year > thisYear + 50 ? year - 100 : year;
}
