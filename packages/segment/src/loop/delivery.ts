import type { Note, Outcome } from './core';
import { readResponse, redactUrl } from './core';

/** What became of one event. Nothing in it is personal, and no source hash stands in it. */
export type Delivery = Sent | Skipped | Failed;

/** Loop took the event. */
export interface Sent {
  readonly result: 'sent';
  /** Loop's HTTP status, 2xx. */
  readonly status: number;
  readonly notes: readonly Note[];
}

/** The event must not or need not be sent, and nothing is wrong. */
export interface Skipped {
  readonly result: 'skipped';
  /** One of the core's reason codes, and what it means. */
  readonly reason: string;
  readonly message: string;
  readonly notes: readonly Note[];
}

/** The event did not get to Loop. */
export interface Failed {
  readonly result: 'failed';
  readonly failure: Failure;
  /** Loop's HTTP status; null if no answer came or nothing was sent. */
  readonly status: number | null;
  /** What is wrong and what to do. */
  readonly message: string;
}

/**
 * - `settings`: the destination's settings can't be used;
 * - `invalid`: the event lacks something that Loop requires;
 * - `unauthorized`: Loop answered 401 or 403;
 * - `again`: no answer came, or one that means "later";
 * - `refused`: any other answer. The same request would get it again.
 */
export type Failure = 'settings' | 'invalid' | 'unauthorized' | 'again' | 'refused';

/**
 * Sends what the core made of an event. Never rejects.
 *
 * @param outcome what the core made of the event
 * @param get sends a GET without following redirects, and resolves to the HTTP status of the answer; if it rejects,
 *   the event counts as not delivered
 */
export async function deliver(outcome: Outcome, get: (url: string) => Promise<number>): Promise<Delivery> {
  const { notes } = outcome;
  switch (outcome.status) {
    case 'skipped':
      return { result: 'skipped', reason: outcome.reason.code, message: outcome.reason.message, notes };
    case 'invalid':
      return failed('invalid', null, outcome.problems.map(({ code, message }) => `${code}: ${message}`).join(' '));
    case 'ready':
      try {
        return readAnswer(await get(outcome.request.url), notes);
      } catch (error) {
        // HTTP clients put the full URL into their errors: source hash, advertising ID and all.
        const cause = redactUrl(error instanceof Error ? error.message : String(error));
        return failed('again', null, `No answer came from Loop, so the event has to be sent again. ${cause}`);
      }
  }
}

function readAnswer(status: number, notes: readonly Note[]): Delivery {
  const meaning = readResponse(status);
  if (meaning === 'accepted') return { result: 'sent', status, notes };
  if (meaning === 'again')
    return failed('again', status, `Loop answered ${status}, so the event has to be sent again.`);
  if (status === 401 || status === 403) {
    const advice = 'Check the source hash in the settings: Android and iOS have one each.';
    return failed('unauthorized', status, `Loop answered ${status}, so it does not accept the source hash. ${advice}`);
  }
  const why =
    status < 400
      ? 'A redirect is not followed, because the URL holds the source hash. Check the endpoint in the settings.'
      : 'It would answer the same again, so the event is not sent again.';
  return failed('refused', status, `Loop answered ${status}. ${why}`);
}

export function failed(failure: Failure, status: number | null, message: string): Failed {
  return { result: 'failed', failure, status, message };
}
