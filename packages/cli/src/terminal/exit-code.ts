/**
 * What the process's exit code says: `ok` all well, `undelivered` some events
 * were not (or would not be) delivered although they should have been, `usage`
 * wrong usage or settings. A skipped event is well: it must not be sent.
 */
export const exitCodes = { ok: 0, undelivered: 1, usage: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
