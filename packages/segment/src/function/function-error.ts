import type { Failed } from '../loop/delivery';
import type { Runtime } from './runtime';

/** The error by which Segment learns that an event was not delivered, and whether to send it again. */
export function functionError(runtime: Runtime, { failure, message }: Failed): Error {
  switch (failure) {
    case 'settings':
    case 'unauthorized':
      return new runtime.ValidationError(message);
    case 'again':
      return new runtime.RetryError(message);
    case 'invalid':
    case 'refused':
      return new runtime.InvalidEventPayload(message);
  }
}
