/**
 * The command can't be carried out as it was given: a wrong flag, wrong settings,
 * a file that isn't there. The process ends with exit code 2 and prints the
 * message alone, without a stack.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
