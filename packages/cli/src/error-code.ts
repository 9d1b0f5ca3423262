/** The system's code of a failure (`ENOSPC`, `ECONNREFUSED`, …), for a message. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
