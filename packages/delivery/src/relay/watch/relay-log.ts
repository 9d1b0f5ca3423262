import pino from 'pino';

/** How talkative the log is. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;

export type LogLevel = (typeof logLevels)[number];

/**
 * What a line may hold besides its sentence: numbers, and words that the relay's own code wrote down (codes, routes,
 * states). There is no field for anything that came from outside, so neither a person's data nor a secret can get in.
 */
interface LogFields {
  readonly route?: string;
  readonly status?: number;
  readonly code?: string;
  readonly cause?: string | null;
  readonly port?: number;
  readonly adminPort?: number;
  readonly durationMs?: number;
  readonly events?: number;
  readonly requests?: number;
  readonly connections?: number;
  readonly accepted?: number;
  readonly duplicate?: number;
  readonly skipped?: Readonly<Record<string, number>>;
  readonly invalid?: Readonly<Record<string, number>>;
  readonly leftOut?: Readonly<Record<string, number>>;
  readonly attempts?: number;
  readonly tries?: number;
  readonly httpStatus?: number | null;
  readonly delayMs?: number;
  readonly queued?: number | null;
  /** A name beside the queue's own file, which the settings give. */
  readonly setAsideAs?: string;
  readonly deadLetters?: number;
  readonly lost?: number;
}

/** The sentences of the log. */
type LogMessage =
  | 'listening'
  | 'request'
  | 'requests refused'
  | 'connections closed'
  | 'events received'
  | 'events not kept'
  | 'fault in the relay'
  | 'delivered'
  | 'tried again later'
  | 'Loop does not take events'
  | 'Loop refuses all events of a source'
  | 'Loop takes events of the source again'
  | 'most events come from one address'
  | 'settings read again'
  | 'settings not read again'
  | 'dead letter'
  | 'trouble with the queue'
  | 'the queue was damaged and is set aside'
  | 'dead letters dropped'
  | 'draining'
  | 'stopped';

export type RelayLog = (level: Exclude<LogLevel, 'silent'>, message: LogMessage, fields?: LogFields) => void;

/**
 * The relay's log: one JSON object a line.
 *
 * @param destination where lines go; usually `process.stdout`
 */
export function createRelayLog(level: LogLevel, destination: { write(line: string): unknown }): RelayLog {
  const logger = pino(
    { name: 'loop-relay', level, base: { name: 'loop-relay' }, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line: string) => void destination.write(line) },
  );
  return (at, message, fields = {}) => {
    if (logger.isLevelEnabled(at)) logger[at](fields, message);
  };
}

/** Node's code of an error, such as `ENOSPC`. An error's message may hold anything, so it is not used. */
export function faultCode(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? code : 'unknown';
}
