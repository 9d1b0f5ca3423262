import { ErrorCode } from 'bullmq';

const lostLock: ReadonlySet<unknown> = new Set([
  ErrorCode.JobNotExist,
  ErrorCode.JobLockNotExist,
  ErrorCode.JobNotInState,
  ErrorCode.JobLockMismatch,
]);

/** Whether BullMQ refused because the job is gone, or was handed to another process. */
export function isLostLock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && lostLock.has(error.code);
}
