/** The system's code of a failure (`ENOSPC`, `ECONNREFUSED`, …), for a message. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown error';
}
