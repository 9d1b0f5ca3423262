import { isIP } from 'node:net';
import * as v from 'valibot';
import type { FileQueueSettingsInput, RedisQueueSettingsInput } from '../queue/index.js';
import { readSettings } from '../settings/read-settings.js';
import type { SenderSettingsInput } from '../settings/sender-settings.js';
import { wholeNumber } from '../settings/whole-number.js';
import { isObject } from './http/incoming.js';
import { logLevels } from './watch/relay-log.js';

/** A write key stands in paths and in Basic authentication, so it has the letters that both leave alone. */
const writeKey = v.pipe(
  v.string('must be text'),
  v.regex(/^[A-Za-z0-9_.~-]{1,128}$/, 'must be a write key of letters, digits, "_", "-", "." and "~"'),
);

const proxyRange = v.pipe(
  v.string('must be text'),
  v.check(isProxyRange, 'must be an address or a range of addresses, such as 10.0.0.0/8'),
);

const origin = v.pipe(
  v.string('must be text'),
  v.regex(/^(?:null|[a-z][a-z0-9+.-]*:\/\/[^\s/?#@*]+)$/i, 'must be an origin, such as https://www.example.com'),
);

const rate = 'must be a number of events per second, more than 0, at most 1000000';

const relaySettings = v.strictObject({
  /** The address to listen on. */
  host: v.optional(v.pipe(v.string('must be text'), v.nonEmpty('must be an address')), '127.0.0.1'),
  /** The port; 0 takes a free one. */
  port: v.optional(wholeNumber(0, 65_535), 8787),
  /** The keys that apps send. Each is a text of your own making; it is no secret, because it is in every app. */
  writeKeys: v.pipe(
    v.array(writeKey, 'must be an array of write keys'),
    v.nonEmpty('must hold at least one write key'),
  ),
  /** The shared secret of Segment's Webhooks destination: with it, /webhook takes signed requests only. */
  webhookSecret: v.optional(v.pipe(v.string('must be text'), v.nonEmpty('must not be empty'))),
  /** Which proxies in front of the relay are believed about the client's address: how many, or where they are. */
  trustedProxies: v.optional(
    v.union(
      [wholeNumber(1, 100), v.pipe(v.array(proxyRange), v.nonEmpty())],
      'must be a number of proxies, or an array of addresses and ranges',
    ),
  ),
  /** Whether an event without an IP address gets that of the connection. */
  ipFromConnection: v.optional(v.boolean('must be true or false'), true),
  /** The web pages that may send from a browser. */
  allowedOrigins: v.optional(v.array(origin, 'must be an array of origins'), []),
  /** What is taken at most. */
  limits: v.optional(
    v.strictObject({
      /** The longest event, in bytes. */
      eventBytes: v.optional(wholeNumber(1, 1_000_000), 32 * 1024),
      /** The longest batch, in bytes. */
      batchBytes: v.optional(wholeNumber(1, 10_000_000), 500 * 1024),
      /** Most events per second; no limit if left out. */
      eventsPerSecond: v.optional(v.pipe(v.number(rate), v.gtValue(0, rate), v.maxValue(1_000_000, rate))),
    }),
    {},
  ),
  /** Where events are kept until Loop has them: the settings of `openFileQueue`; or, with `url`, of `openRedisQueue`. */
  queue: v.optional(v.custom<QueueSettings>(isObject, 'must be an object'), { file: 'loop-queue.sqlite' }),
  /** How to send: the settings of `createSender`. `retry.attempts` has no meaning here, because nothing is given up. */
  sender: v.optional(v.custom<SenderSettingsInput>(isObject, 'must be an object'), {}),
  /** An event that waited longer than this becomes a dead letter: Loop takes every event as happening now. */
  maxAgeHours: v.optional(wholeNumber(1, 87_600), 72),
  /** How long `close` goes on delivering, in milliseconds. What is left then is delivered after the next start. */
  drainMs: v.optional(wholeNumber(0, 600_000), 5000),
  /** How talkative the log is. */
  logLevel: v.optional(v.picklist(logLevels, `must be one of ${logLevels.join(', ')}`), 'info'),
});

/** Settings of one of the two queues. */
type QueueSettings = FileQueueSettingsInput | RedisQueueSettingsInput;

/** The settings of the relay's own. Everything but `writeKeys` has a default. */
export type RelaySettingsInput = v.InferInput<typeof relaySettings>;

/** The same with every default filled in. */
export type RelaySettings = v.InferOutput<typeof relaySettings>;

/**
 * Checks the settings and fills in the defaults.
 *
 * @throws SettingsError that lists every problem by its path
 */
export function readRelaySettings(input: unknown): RelaySettings {
  return readSettings(relaySettings, input, 'the relay');
}

/** An address, or an address and a prefix length. */
function isProxyRange(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}
