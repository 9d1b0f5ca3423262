import * as v from 'valibot';
import { readSettings } from '../../settings/read-settings.js';
import { wholeNumber } from '../../settings/whole-number.js';
import { keepingSettings } from '../keeping-settings.js';

const redisQueueSettings = v.strictObject({
  /** Where Redis is: `redis://…`, or `rediss://…` for TLS. It may hold a password, so it is in no error and no log. */
  url: v.pipe(
    v.string('must be text'),
    v.check(isRedisUrl, 'must be the URL of a Redis, such as redis://127.0.0.1:6379, without a query'),
  ),
  /** The name of the queue. Those who open the same name share its events. */
  name: v.optional(
    v.pipe(
      v.string('must be text'),
      v.regex(/^[A-Za-z0-9_.-]{1,100}$/, 'must be a name of letters, digits, "_", "-" and "."'),
    ),
    'events',
  ),
  /**
   * Whether to open a Redis that may lose events: one that keeps nothing on disk (`appendonly no`), or that forgets keys
   * when its memory is full.
   */
  acceptLoss: v.optional(v.boolean('must be true or false'), false),
  /**
   * New events are refused when Redis uses more than this part of its `maxmemory`, so that those that were accepted can
   * still be delivered: that needs a little room too. In percent.
   */
  maxMemoryPercent: v.optional(wholeNumber(1, 100), 90),
  /** How long Redis may be silent before `queue_unreachable`; in milliseconds. */
  timeoutMs: v.optional(wholeNumber(100, 600_000), 3000),
  /**
   * Most requests to Loop per second, of all who share the queue together; no limit if left out. Every try counts. It must
   * be the same for all of them. A sender has a setting of the same name, for itself alone.
   */
  maxRequestsPerSecond: v.optional(wholeNumber(1, 1_000_000)),
  ...keepingSettings,
});

/** What `openRedisQueue` takes. Everything but `url` can be left out. */
export type RedisQueueSettingsInput = v.InferInput<typeof redisQueueSettings>;

/** The same with every default filled in. */
export type RedisQueueSettings = v.InferOutput<typeof redisQueueSettings>;

/** @throws SettingsError that lists every problem by its path. It shows no value: the URL may hold a password */
export function readRedisQueueSettings(input: unknown): RedisQueueSettings {
  return readSettings(redisQueueSettings, input, 'a queue in Redis');
}

/** A query would set options of the client, which are this package's business. */
function isRedisUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  return /^rediss?:$/.test(protocol) && hostname !== '' && search === '' && hash === '';
}
