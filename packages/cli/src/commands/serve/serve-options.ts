import type { GivenOption } from '../../settings/apply-options.js';
import { inHelp } from '../../settings/in-help.js';
import { relayWords } from './generated/relay-words.js';

/** A setting of the relay as it is written down here; its description and its default are the relay's. */
interface RelayOption extends Omit<GivenOption, 'description'> {
  /** What only the command line has to add. */
  readonly hint?: string;
}

const relayOptions: readonly RelayOption[] = [
  {
    path: 'host',
    flag: '--host <address>',
    variable: 'LOOP_HOST',
    kind: 'text',
    hint: '0.0.0.0 takes every one of the machine',
  },
  {
    path: 'port',
    flag: '--port <number>',
    variable: 'LOOP_PORT',
    kind: 'number',
  },
  {
    path: 'adminHost',
    flag: '--admin-host <address>',
    variable: 'LOOP_ADMIN_HOST',
    kind: 'text',
  },
  {
    path: 'adminPort',
    flag: '--admin-port <number>',
    variable: 'LOOP_ADMIN_PORT',
    kind: 'number',
  },
  {
    path: 'writeKeys',
    flag: '--write-key <keys>',
    variable: 'LOOP_WRITE_KEYS',
    kind: 'list',
    hint: 'with commas',
  },
  {
    path: 'webhookSecret',
    flag: null,
    variable: 'LOOP_WEBHOOK_SECRET',
    kind: 'text',
  },
  {
    path: 'trustedProxies',
    flag: '--trust-proxy <ranges>',
    variable: 'LOOP_TRUST_PROXY',
    kind: 'countOrList',
    hint: 'ranges with commas',
  },
  {
    path: 'ipFromConnection',
    flag: '--ip-from-connection <yes|no>',
    variable: 'LOOP_IP_FROM_CONNECTION',
    kind: 'switch',
  },
  {
    path: 'allowedOrigins',
    flag: '--origin <origins>',
    variable: 'LOOP_ALLOWED_ORIGINS',
    kind: 'list',
    hint: 'with commas: https://www.example.com',
  },
  {
    path: 'queue.file',
    flag: '--queue <file>',
    variable: 'LOOP_QUEUE',
    kind: 'text',
    hint: 'default: loop-queue.sqlite here',
  },
  {
    path: 'queue.url',
    flag: '--redis <url>',
    variable: 'LOOP_REDIS_URL',
    kind: 'text',
    hint: 'a URL with a password goes into the variable',
  },
  {
    path: 'queue.name',
    flag: '--queue-name <name>',
    variable: 'LOOP_QUEUE_NAME',
    kind: 'text',
  },
  {
    path: 'queue.acceptLoss',
    flag: '--accept-loss <yes|no>',
    variable: 'LOOP_ACCEPT_LOSS',
    kind: 'switch',
  },
  {
    path: 'queue.maxRequestsPerSecond',
    flag: '--shared-rate <number>',
    variable: 'LOOP_SHARED_RATE',
    kind: 'number',
  },
  {
    path: 'queue.synchronous',
    flag: '--synchronous <full|normal>',
    variable: 'LOOP_QUEUE_SYNCHRONOUS',
    kind: 'text',
  },
  {
    path: 'queue.maxMegabytes',
    flag: '--max-queue <megabytes>',
    variable: 'LOOP_QUEUE_MEGABYTES',
    kind: 'number',
  },
  {
    path: 'queue.duplicateHours',
    flag: '--duplicate-hours <hours>',
    variable: 'LOOP_DUPLICATE_HOURS',
    kind: 'number',
  },
  {
    path: 'sender.maxRequestsPerSecond',
    flag: '--rate <number>',
    variable: 'LOOP_MAX_REQUESTS_PER_SECOND',
    kind: 'number',
  },
  {
    path: 'sender.concurrency',
    flag: '--concurrency <number>',
    variable: 'LOOP_CONCURRENCY',
    kind: 'number',
  },
  {
    path: 'sender.timeoutMs',
    flag: '--timeout <ms>',
    variable: 'LOOP_TIMEOUT_MS',
    kind: 'number',
  },
  {
    path: 'maxAgeHours',
    flag: '--max-age <hours>',
    variable: 'LOOP_MAX_AGE_HOURS',
    kind: 'number',
  },
  {
    path: 'limits.eventBytes',
    flag: '--max-event <bytes>',
    variable: 'LOOP_MAX_EVENT_BYTES',
    kind: 'number',
  },
  {
    path: 'limits.batchBytes',
    flag: '--max-batch <bytes>',
    variable: 'LOOP_MAX_BATCH_BYTES',
    kind: 'number',
  },
  {
    path: 'limits.eventsPerSecond',
    flag: '--events-per-second <number>',
    variable: 'LOOP_EVENTS_PER_SECOND',
    kind: 'number',
  },
  {
    path: 'limits.eventsPerSecondPerAddress',
    flag: '--events-per-address <number>',
    variable: 'LOOP_EVENTS_PER_ADDRESS',
    kind: 'number',
  },
  {
    path: 'limits.heldBytes',
    flag: '--max-held <bytes>',
    variable: 'LOOP_MAX_HELD_BYTES',
    kind: 'number',
  },
  {
    path: 'limits.requestMs',
    flag: '--max-request-time <ms>',
    variable: 'LOOP_MAX_REQUEST_MS',
    kind: 'number',
  },
  {
    path: 'limits.connections',
    flag: '--max-connections <number>',
    variable: 'LOOP_MAX_CONNECTIONS',
    kind: 'number',
  },
  {
    path: 'limits.connectionsPerAddress',
    flag: '--max-connections-per-address <number>',
    variable: 'LOOP_MAX_CONNECTIONS_PER_ADDRESS',
    kind: 'number',
  },
  {
    path: 'drainMs',
    flag: '--drain <ms>',
    variable: 'LOOP_DRAIN_MS',
    kind: 'number',
  },
  {
    path: 'logLevel',
    flag: '--log-level <level>',
    variable: 'LOOP_LOG_LEVEL',
    kind: 'text',
  },
];

/**
 * Every setting of `loop-adapters serve` besides those of the translation, by its path in the part `serve` of
 * `loop.config.json`. Flags, variables and the table in the docs are made from it.
 */
export const serveOptions: readonly GivenOption[] = relayOptions.map(({ hint, ...option }) => {
  const words = relayWords[option.path];
  const more = [hint, words?.default === undefined ? undefined : `default: ${words.default}`];
  const added = more.filter((part) => part !== undefined).join('; ');
  return { ...option, description: inHelp(words?.description ?? '') + (added === '' ? '' : ` (${added})`) };
});
