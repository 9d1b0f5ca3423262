import { readSettings, type GroupForm } from '@loop-adapters/core';
import { isIP } from 'node:net';
import { fileQueueForm } from '../queue/file/file-queue-settings.js';
import { redisQueueForm } from '../queue/redis/redis-queue-settings.js';
import { senderForm } from '../sender/sender-settings.js';
import { address, count, perSecond, port } from '../settings/shared-forms.js';
import type { RelaySettings } from './generated/relay-settings-types.js';
import { logLevels } from './watch/relay-log.js';

export type { RelaySettings, RelaySettingsInput } from './generated/relay-settings-types.js';

/** A write key stands in paths and in Basic authentication, so it has the letters that both leave alone. */
const writeKeyForm = /^[A-Za-z0-9_.~-]{1,128}$/;

const writeKey = {
  type: 'string',
  rules: [[writeKeyForm, 'must be a write key of letters, digits, "_", "-", "." and "~"']],
} as const;

const proxyRange = {
  type: 'string',
  rules: [[isProxyRange, 'must be an address or a range of addresses, such as 10.0.0.0/8']],
} as const;

const origin = {
  type: 'string',
  rules: [[/^(?:null|[a-z][a-z0-9+.-]*:\/\/[^\s/?#@*]+)$/i, 'must be an origin, such as https://www.example.com']],
} as const;

const names = { type: 'array', max: 10_000 } as const;

/** The relay's settings: types, checks, defaults and descriptions in one place. */
export const relayForm = {
  type: 'object',
  entries: {
    host: { ...address, default: '127.0.0.1', description: 'The address to listen on.' },
    port: { ...port, default: 8787, description: 'The port; 0 takes a free one.' },
    adminHost: {
      ...address,
      default: '127.0.0.1',
      description:
        'Where the administration listens, which has the metrics. It asks for no key, so it is for this machine alone if left out.',
    },
    adminPort: {
      ...port,
      description: "The administration's port; 0 takes a free one. If left out: the one after `port`.",
    },
    writeKeys: {
      ...names,
      items: writeKey,
      min: 1,
      required: { unless: 'sources' },
      description:
        'The keys that apps send. Each is a text of your own making; it is no secret, because it is in every app.',
    },
    sources: {
      default: {},
      is: isSources,
      words: 'an object of write keys, such as { "MY-APP": { "sourceHash": "XYZ123" } }',
      typeName: 'OwnSources',
      description: 'Write keys of apps that have Loop sources of their own: several apps, one relay.',
    },
    webhookSecret: {
      type: 'string',
      min: 1,
      max: 1000,
      description: "The shared secret of Segment's Webhooks destination: with it, /webhook takes signed requests only.",
    },
    trustedProxies: {
      anyOf: [
        { type: 'number', min: 1, max: 100 },
        { ...names, items: proxyRange, min: 1 },
      ],
      description:
        "Which proxies in front of the relay are believed about the client's address: how many, or where they are.",
    },
    ipFromConnection: {
      type: 'boolean',
      default: true,
      description: 'Whether an event without an IP address gets that of the connection.',
    },
    allowedOrigins: {
      ...names,
      items: origin,
      default: [],
      description: 'The web pages that may send. A request that names another origin is refused, whatever it brings.',
    },
    limits: {
      type: 'object',
      default: {},
      description: 'What is taken at most.',
      entries: {
        eventBytes: {
          type: 'number',
          min: 1,
          max: 1_000_000,
          default: 32 * 1024,
          description: 'The longest event, in bytes.',
        },
        batchBytes: {
          type: 'number',
          min: 1,
          max: 10_000_000,
          default: 500 * 1024,
          description: 'The longest batch, in bytes.',
        },
        eventsPerSecond: {
          ...perSecond,
          description: 'Most accepted events per second of one write key, over some time; no limit if left out.',
        },
        eventsPerSecondPerAddress: {
          ...perSecond,
          default: 1000,
          description:
            "The same of one address, and at most a quarter of `eventsPerSecond`. A carrier's address is many phones, so it is generous. This machine's own has no limit.",
        },
        contextBytes: {
          type: 'number',
          min: 1,
          max: 1_000_000_000,
          default: 4_000_000,
          description: 'The longest context beside a batch, times the events of the batch; in bytes.',
        },
        keys: {
          type: 'number',
          min: 1,
          max: 10_000_000,
          default: 50_000,
          description: 'Most keys in one body, over all its objects.',
        },
        depth: {
          type: 'number',
          min: 2,
          max: 1000,
          default: 64,
          description: 'How deep objects and arrays of a body may stand in each other.',
        },
        heldBytes: {
          type: 'number',
          min: 1_000_000,
          max: 100_000_000_000,
          default: 64 * 1024 * 1024,
          description: 'Most bytes that unfinished bodies and unread answers hold, over all connections.',
        },
        requestMs: {
          type: 'number',
          min: 100,
          max: 3_600_000,
          default: 30_000,
          description:
            'How long a request may take from its first byte to its last, and its answer again; in milliseconds.',
        },
        connections: { ...count, default: 4000, description: 'Most connections at once.' },
        connectionsPerAddress: {
          ...count,
          default: 500,
          description:
            'Most connections of one address at once. Those of a trusted proxy and of this machine are not counted.',
        },
      },
    },
    queue: {
      anyOf: [{ ...redisQueueForm, mark: 'url' }, fileQueueForm],
      default: { file: 'loop-queue.sqlite' },
      typeName: 'FileQueueSettingsInput | RedisQueueSettingsInput',
      description:
        'Where events are kept until Loop has them: the settings of `openFileQueue`; or, with `url`, of `openRedisQueue`.',
    },
    sender: {
      ...senderForm,
      default: {},
      typeName: 'SenderSettingsInput',
      description:
        'How to send: the settings of `createSender`. `retry.attempts` has no meaning here, because nothing is given up.',
    },
    maxAgeHours: {
      type: 'number',
      min: 1,
      max: 87_600,
      default: 72,
      description:
        'An event that waited longer than this becomes a dead letter: Loop takes every event as happening now. In hours.',
    },
    drainMs: {
      type: 'number',
      min: 0,
      max: 600_000,
      default: 5000,
      description:
        'How long `close` goes on delivering, in milliseconds. What is left then is delivered after the next start.',
    },
    logLevel: { enum: logLevels, default: 'info', description: 'How talkative the log is.' },
  },
} as const satisfies GroupForm;

/**
 * Checks the settings and fills in the defaults.
 *
 * @throws SettingsError that lists every problem by its path
 */
export function readRelaySettings(input: unknown): RelaySettings {
  return readSettings(relayForm, input) as RelaySettings;
}

/** Whether it is such an object, as far as the core does not check it. */
function isSources(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([key, app]: [string, unknown]) => {
    const isApp = typeof app === 'object' && app !== null && Object.keys(app).join() === 'sourceHash';
    return isApp && writeKeyForm.test(key);
  });
}

/** An address, or an address and a prefix length. */
function isProxyRange(text: string): boolean {
  const [host = '', prefix, ...more] = text.split('/');
  const version = isIP(host);
  if (version === 0 || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}
