import { findPersonalData, remarkLine, type Note, type Problem, type Reason } from '@loop-adapters/core';
import { debug, InstrumentationError } from '@rudderstack/integrations-lib';
import { FilteredEventError } from './filtered-event-error.js';
import { restRequest, type RestRequest } from './rest-request.js';
import { translatorFor } from './translators.js';

/** One event as rudder-transformer hands it to a destination. */
export interface ProcessorEvent {
  readonly message: unknown;
  readonly destination: { readonly Config?: unknown };
  readonly metadata?: unknown;
}

/**
 * Turns one event into one request to Loop.
 *
 * @throws InstrumentationError for an event that Loop could not take, with every problem.
 * @throws ConfigurationError for settings that can't be used.
 * @throws FilteredEventError (298) for an event that must not be sent, with the reason.
 */
export function process({ message, destination }: ProcessorEvent): RestRequest {
  const outcome = translatorFor(destination.Config).translate(message);
  logNotes(outcome.notes, message);
  switch (outcome.status) {
    case 'ready':
      return restRequest(outcome.request, idOf(message, 'anonymousId'));
    case 'skipped':
      throw new FilteredEventError(sentenceOf(outcome.reason));
    case 'invalid':
      throw new InstrumentationError(outcome.problems.map(sentenceOf).join(' '));
  }
}

/** The sentence names the place itself. */
function sentenceOf({ code, message }: Reason | Problem): string {
  return `[${code}] ${message}`;
}

/**
 * A request has no place for what was left out of it, and an event that goes out is no error: so it is logged,
 * at the level that an operator turns on to look into a destination.
 */
function logNotes(notes: readonly Note[], message: unknown): void {
  for (const note of notes) {
    debug(`[Loop] ${idOf(message, 'messageId')}: ${remarkLine(note)}`);
  }
}

/** An ID of the event, for logs; empty, if somebody made it of an e-mail address or a phone. */
function idOf(message: unknown, key: 'anonymousId' | 'messageId'): string {
  const value = typeof message === 'object' && message !== null ? (message as Record<string, unknown>)[key] : undefined;
  return typeof value === 'string' && findPersonalData(value) === null ? value : '';
}
