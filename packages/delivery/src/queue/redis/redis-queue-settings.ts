import { readSettings, type GroupForm } from '@loop-adapters/core';
import { count } from '../../settings/shared-forms.js';
import { keepingEntries } from '../keeping-settings.js';
import type { RedisQueueSettings } from './generated/redis-queue-settings-types.js';

export type { RedisQueueSettings, RedisQueueSettingsInput } from './generated/redis-queue-settings-types.js';

/** The settings of a queue in Redis: types, checks, defaults and descriptions in one place. */
export const redisQueueForm = {
  type: 'object',
  entries: {
    url: {
      type: 'string',
      rules: [[isRedisUrl, 'must be the URL of a Redis, such as redis://127.0.0.1:6379, without a query']],
      required: true,
      description:
        'Where Redis is: `redis://…`, or `rediss://…` for TLS. It may hold a password, so it is in no error and no log.',
    },
    name: {
      type: 'string',
      rules: [[/^[A-Za-z0-9_.-]{1,100}$/, 'must be a name of letters, digits, "_", "-" and "."']],
      default: 'events',
      description: 'The name of the queue. Those who open the same name share its events.',
    },
    acceptLoss: {
      type: 'boolean',
      default: false,
      description:
        'Whether to open a Redis that may lose events: one that keeps nothing on disk (`appendonly no`), or that forgets keys when its memory is full.',
    },
    maxMemoryPercent: {
      type: 'number',
      min: 1,
      max: 100,
      default: 90,
      description:
        'New events are refused when Redis uses more than this part of its `maxmemory`, so that those that were accepted can still be delivered: that needs a little room too. In percent.',
    },
    timeoutMs: {
      type: 'number',
      min: 100,
      max: 600_000,
      default: 3000,
      description: 'How long Redis may be silent before `queue_unreachable`; in milliseconds.',
    },
    maxRequestsPerSecond: {
      ...count,
      description:
        'Most requests to Loop per second, of all who share the queue together; no limit if left out. Every try counts. It must be the same for all of them. A sender has a setting of the same name, for itself alone.',
    },
    ...keepingEntries,
  },
} as const satisfies GroupForm;

/** @throws SettingsError that lists every problem by its path. It shows no value: the URL may hold a password */
export function readRedisQueueSettings(input: unknown): RedisQueueSettings {
  return readSettings(redisQueueForm, input) as RedisQueueSettings;
}

/** A query would set options of the client, which are this package's business. */
function isRedisUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  return /^rediss?:$/.test(protocol) && hostname !== '' && search === '' && hash === '';
}
