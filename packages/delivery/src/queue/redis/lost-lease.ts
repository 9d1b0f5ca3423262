import { ErrorCode } from 'bullmq';

const lost: ReadonlySet<unknown> = new Set([
  ErrorCode.JobNotExist,
  ErrorCode.JobLockNotExist,
  ErrorCode.JobNotInState,
  ErrorCode.JobLockMismatch,
]);

/** Does something with a leased event; false if the lease does not count any more. */
export async function ifStillLeased(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (isLostLease(error)) return false;
    throw error;
  }
}

/** Whether BullMQ refused because the event is not leased by whoever asked: it is gone, or was taken over. */
function isLostLease(error: unknown): boolean {
  return error instanceof Error && 'code' in error && lost.has(error.code);
}
