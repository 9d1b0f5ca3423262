/** Made by `npm run generate` from the forms of the settings. */

/** What `openRedisQueue` takes. Everything but `url` can be left out. */
export interface RedisQueueSettingsInput {
  /**
   * Where Redis is: `redis://…`, `redis+sentinel://…` or `redis+cluster://…`; `rediss` instead of `redis` for TLS.
   * It may hold a password, so it is in no error and no log.
   */
  readonly url: string;
  /**
   * The name of the queue. Those who open the same name share its events.
   * @default "events"
   */
  readonly name?: string | undefined;
  /**
   * Whether to open a Redis that may lose events: one that keeps nothing on disk (`appendonly no`), or that
   * forgets keys when its memory is full.
   * @default false
   */
  readonly acceptLoss?: boolean | undefined;
  /**
   * New events are refused when Redis uses more than this part of its `maxmemory`, so that those that were
   * accepted can still be delivered: that needs a little room too. In percent.
   * @default 90
   */
  readonly maxMemoryPercent?: number | undefined;
  /**
   * How many replicas must have an event before it counts as accepted (Redis's `WAIT`). With 0, a replica that
   * takes over may lack the events of the last moment.
   * @default 0
   */
  readonly replicas?: number | undefined;
  /**
   * How long Redis may be silent before `queue_unreachable`; in milliseconds.
   * @default 3000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Most requests to Loop per second, of all who share the queue together; no limit if left out. Every try counts.
   * It must be the same for all of them. A sender has a setting of the same name, for itself alone.
   */
  readonly maxRequestsPerSecond?: number | undefined;
  /**
   * How long an `id` is remembered: a copy that comes later is a new event. 0 remembers none. In hours.
   * @default 24
   */
  readonly duplicateHours?: number | undefined;
  /**
   * How long a dead letter is kept. In days.
   * @default 30
   */
  readonly deadLetterDays?: number | undefined;
  /**
   * How many dead letters are kept: the oldest go first. Left out, none goes for their number while it is younger
   * than `deadLetterDays`.
   * @default 100000000
   */
  readonly maxDeadLetters?: number | undefined;
  /**
   * How long a process may be silent before its events are handed to another; in milliseconds. A process that was
   * killed costs its events this delay at most.
   * @default 30000
   */
  readonly leaseMs?: number | undefined;
}

/** The same with every default filled in. */
export interface RedisQueueSettings {
  /**
   * Where Redis is: `redis://…`, `redis+sentinel://…` or `redis+cluster://…`; `rediss` instead of `redis` for TLS.
   * It may hold a password, so it is in no error and no log.
   */
  readonly url: string;
  /**
   * The name of the queue. Those who open the same name share its events.
   * @default "events"
   */
  readonly name: string;
  /**
   * Whether to open a Redis that may lose events: one that keeps nothing on disk (`appendonly no`), or that
   * forgets keys when its memory is full.
   * @default false
   */
  readonly acceptLoss: boolean;
  /**
   * New events are refused when Redis uses more than this part of its `maxmemory`, so that those that were
   * accepted can still be delivered: that needs a little room too. In percent.
   * @default 90
   */
  readonly maxMemoryPercent: number;
  /**
   * How many replicas must have an event before it counts as accepted (Redis's `WAIT`). With 0, a replica that
   * takes over may lack the events of the last moment.
   * @default 0
   */
  readonly replicas: number;
  /**
   * How long Redis may be silent before `queue_unreachable`; in milliseconds.
   * @default 3000
   */
  readonly timeoutMs: number;
  /**
   * Most requests to Loop per second, of all who share the queue together; no limit if left out. Every try counts.
   * It must be the same for all of them. A sender has a setting of the same name, for itself alone.
   */
  readonly maxRequestsPerSecond?: number | undefined;
  /**
   * How long an `id` is remembered: a copy that comes later is a new event. 0 remembers none. In hours.
   * @default 24
   */
  readonly duplicateHours: number;
  /**
   * How long a dead letter is kept. In days.
   * @default 30
   */
  readonly deadLetterDays: number;
  /**
   * How many dead letters are kept: the oldest go first. Left out, none goes for their number while it is younger
   * than `deadLetterDays`.
   * @default 100000000
   */
  readonly maxDeadLetters: number;
  /**
   * How long a process may be silent before its events are handed to another; in milliseconds. A process that was
   * killed costs its events this delay at most.
   * @default 30000
   */
  readonly leaseMs: number;
}
