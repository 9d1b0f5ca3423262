import { BaseError } from '@rudderstack/integrations-lib';

/** RudderStack's status for an event that a destination left out on purpose: counted as filtered, not as failed. */
const filtered = 298;

/** Thrown for an event that must not be sent. It carries no tags: RudderStack counts tagged errors as failures. */
export class FilteredEventError extends BaseError {
  constructor(message: string) {
    super(message, filtered);
  }
}
