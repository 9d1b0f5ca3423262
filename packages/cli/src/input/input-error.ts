/** One input can't be read, or not to its end. Its name comes first in the message. */
export class InputError extends Error {
  override readonly name = 'InputError';

  constructor(input: string, message: string) {
    super(`${input} ${message}`);
  }
}
