import {
  APIError,
  IntegrationError,
  InvalidAuthenticationError,
  PayloadValidationError,
  RetryableError,
} from '@segment/actions-core';
import type { Failed } from './delivery';

/** The error by which Segment learns that an event was not delivered, and whether to send it again. */
export type DeliveryError = IntegrationError | InvalidAuthenticationError | RetryableError;

/** Statuses that Segment takes for "again". It knows no others, so all else that means "again" counts as 500. */
const retried = [408, 429, 500, 502, 503, 504] as const;

/**
 * Turns a failure into Segment's error. `again` becomes one of those that Segment sends again: 408, 429, 5xx but 501.
 * The messages name neither personal data nor a source hash.
 */
export function deliveryError({ failure, status, message }: Failed): DeliveryError {
  switch (failure) {
    case 'settings':
      return new IntegrationError(message, 'INVALID_SETTINGS', 400);
    case 'invalid':
      return new PayloadValidationError(message);
    case 'unauthorized':
      return new InvalidAuthenticationError(message);
    case 'again':
      return new RetryableError(message, retried.find((known) => known === status) ?? 500);
    case 'refused':
      // Segment has no idea of a redirect as the end of it; 400 is what it never sends again.
      return new APIError(message, status === null || status < 400 ? 400 : status);
  }
}
