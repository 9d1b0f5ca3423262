import { readSettings, type GroupForm } from '@loop-adapters/core';
import { count } from '../../settings/shared-forms.js';
import { redisAddressRules } from './redis-address.js';
import { keepingEntries } from '../keeping-settings.js';
import type { RedisQueueSettings } from './generated/redis-queue-settings-types.js';

export type { RedisQueueSettings, RedisQueueSettingsInput } from './generated/redis-queue-settings-types.js';

/** The settings of a queue in Redis: types, checks, defaults and descriptions in one place. */
export const redisQueueForm = {
  type: 'object',
  entries: {
    url: {
      type: 'string',
      rules: redisAddressRules,
      required: true,
      description:
        'Where Redis is: `redis://…`, `redis+sentinel://…` or `redis+cluster://…`; `rediss` instead of `redis` for TLS. It may hold a password, so it is in no error and no log.',
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
    replicas: {
      type: 'number',
      min: 0,
      max: 10,
      default: 0,
      description:
        "How many replicas must have an event before it counts as accepted (Redis's `WAIT`). With 0, a replica that takes over may lack the events of the last moment.",
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
