import type { GivenOption } from './apply-options.js';

/**
 * Every setting of `loop-adapters serve` besides those of the translation, by its path in the part `serve` of
 * `loop.config.json`. Flags, variables and the table in the docs are made from it.
 */
export const serveOptions: readonly GivenOption[] = [
  {
    path: 'host',
    flag: '--host <address>',
    variable: 'LOOP_HOST',
    kind: 'text',
    description: 'address to listen on; 0.0.0.0 takes every one of the machine (default: 127.0.0.1)',
  },
  {
    path: 'port',
    flag: '--port <number>',
    variable: 'LOOP_PORT',
    kind: 'number',
    description: 'port to listen on; 0 takes a free one (default: 8787)',
  },
  {
    path: 'writeKeys',
    flag: '--write-key <keys>',
    variable: 'LOOP_WRITE_KEYS',
    kind: 'list',
    description: 'write keys that apps send, with commas',
  },
  {
    path: 'webhookSecret',
    flag: null,
    variable: 'LOOP_WEBHOOK_SECRET',
    kind: 'text',
    description: "shared secret of Segment's webhooks: /webhook then takes signed requests only",
  },
  {
    path: 'trustedProxies',
    flag: '--trust-proxy <ranges>',
    variable: 'LOOP_TRUST_PROXY',
    kind: 'countOrList',
    description: "proxies that are believed about the client's address: ranges with commas, or how many",
  },
  {
    path: 'ipFromConnection',
    flag: '--ip-from-connection <yes|no>',
    variable: 'LOOP_IP_FROM_CONNECTION',
    kind: 'switch',
    description: 'give an event without an IP address that of the connection (default: yes)',
  },
  {
    path: 'allowedOrigins',
    flag: '--origin <origins>',
    variable: 'LOOP_ALLOWED_ORIGINS',
    kind: 'list',
    description: 'origins of web pages that may send, with commas: https://www.example.com',
  },
  {
    path: 'queue.file',
    flag: '--queue <file>',
    variable: 'LOOP_QUEUE',
    kind: 'text',
    description: 'file that keeps the events (default: loop-queue.sqlite here)',
  },
  {
    path: 'queue.synchronous',
    flag: '--synchronous <full|normal>',
    variable: 'LOOP_QUEUE_SYNCHRONOUS',
    kind: 'text',
    description: 'full: kept through a power cut; normal: through a crash, faster on slow disks (default: full)',
  },
  {
    path: 'queue.maxMegabytes',
    flag: '--max-queue <megabytes>',
    variable: 'LOOP_QUEUE_MEGABYTES',
    kind: 'number',
    description: 'the file grows to this, then new events are refused (default: 10240)',
  },
  {
    path: 'queue.duplicateHours',
    flag: '--duplicate-hours <hours>',
    variable: 'LOOP_DUPLICATE_HOURS',
    kind: 'number',
    description: 'an event with the same message ID is sent once within this time (default: 24)',
  },
  {
    path: 'limits.eventBytes',
    flag: '--max-event <bytes>',
    variable: 'LOOP_MAX_EVENT_BYTES',
    kind: 'number',
    description: 'longest event (default: 32768)',
  },
  {
    path: 'limits.batchBytes',
    flag: '--max-batch <bytes>',
    variable: 'LOOP_MAX_BATCH_BYTES',
    kind: 'number',
    description: 'longest batch (default: 512000)',
  },
  {
    path: 'limits.eventsPerSecond',
    flag: '--events-per-second <number>',
    variable: 'LOOP_EVENTS_PER_SECOND',
    kind: 'number',
    description: 'most events that are taken per second (default: no limit)',
  },
  {
    path: 'drainMs',
    flag: '--drain <ms>',
    variable: 'LOOP_DRAIN_MS',
    kind: 'number',
    description: 'how long to go on delivering when it is stopped, in milliseconds (default: 5000)',
  },
  {
    path: 'logLevel',
    flag: '--log-level <level>',
    variable: 'LOOP_LOG_LEVEL',
    kind: 'text',
    description: 'trace, debug, info, warn, error or silent (default: info)',
  },
];
