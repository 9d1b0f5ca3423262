import { errorCode } from './error-code.js';
import { exitCodes, type ExitCode } from './exit-code.js';
import type { LineOutput } from './line-output.js';

/**
 * Waits until the output has gone out.
 *
 * @returns the exit code if that is where the command ends: all well if the
 *   reader has gone (`| head`), a failure if the output could not be written;
 *   null if the command goes on
 */
export async function finishOutput(out: LineOutput, messages: LineOutput): Promise<ExitCode | null> {
  await out.flush();
  if (out.error !== null) {
    const code = errorCode(out.error);
    const why = code === 'ENOSPC' ? 'the disk is full' : code;
    await messages.write(`The output can't be written: ${why}. What was written before is not complete.`);
    return exitCodes.undelivered;
  }
  return out.isClosed ? exitCodes.ok : null;
}

/** Ends a command whose whole input held no event. */
export async function noEvents(messages: LineOutput): Promise<ExitCode> {
  await messages.write('No event was found in the input.');
  return exitCodes.usage;
}
