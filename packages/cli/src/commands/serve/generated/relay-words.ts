/**
 * Made by `npm run generate` from the settings of the relay: `--help` shows them, and does not load a server for it.
 */
export const relayWords: Readonly<Record<string, { readonly description: string; readonly default?: string }>> = {
  host: { description: 'The address to listen on.', default: '127.0.0.1' },
  port: { description: 'The port; 0 takes a free one.', default: '8787' },
  adminHost: {
    description:
      'Where the administration listens, which has the metrics. It asks for no key, so it is for this machine alone if left out.',
    default: '127.0.0.1',
  },
  adminPort: { description: "The administration's port; 0 takes a free one. If left out: the one after `port`." },
  writeKeys: {
    description:
      'The keys that apps send. Each is a text of your own making; it is no secret, because it is in every app.',
  },
  sources: { description: 'Write keys of apps that have Loop sources of their own: several apps, one relay.' },
  webhookSecret: {
    description: "The shared secret of Segment's Webhooks destination: with it, /webhook takes signed requests only.",
  },
  trustedProxies: {
    description:
      "Which proxies in front of the relay are believed about the client's address: how many, or where they are.",
  },
  ipFromConnection: {
    description: 'Whether an event without an IP address gets that of the connection.',
    default: 'yes',
  },
  allowedOrigins: {
    description: 'The web pages that may send. A request that names another origin is refused, whatever it brings.',
  },
  limits: { description: 'What is taken at most.' },
  'limits.eventBytes': { description: 'The longest event, in bytes.', default: '32768' },
  'limits.batchBytes': { description: 'The longest batch, in bytes.', default: '512000' },
  'limits.eventsPerSecond': {
    description: 'Most accepted events per second of one write key, over some time; no limit if left out.',
  },
  'limits.eventsPerSecondPerAddress': {
    description:
      "The same of one address, and at most a quarter of `eventsPerSecond`. A carrier's address is many phones, so it is generous. This machine's own has no limit.",
    default: '1000',
  },
  'limits.contextBytes': {
    description: 'The longest context beside a batch, times the events of the batch; in bytes.',
    default: '4000000',
  },
  'limits.keys': { description: 'Most keys in one body, over all its objects.', default: '50000' },
  'limits.depth': { description: 'How deep objects and arrays of a body may stand in each other.', default: '64' },
  'limits.heldBytes': {
    description: 'Most bytes that unfinished bodies and unread answers hold, over all connections.',
    default: '67108864',
  },
  'limits.requestMs': {
    description: 'How long a request may take from its first byte to its last, and its answer again; in milliseconds.',
    default: '30000',
  },
  'limits.connections': { description: 'Most connections at once.', default: '4000' },
  'limits.connectionsPerAddress': {
    description:
      'Most connections of one address at once. Those of a trusted proxy and of this machine are not counted.',
    default: '500',
  },
  queue: {
    description:
      'Where events are kept until Loop has them: the settings of `openFileQueue`; or, with `url`, of `openRedisQueue`.',
  },
  'queue.url': {
    description:
      'Where Redis is: `redis://…`, `redis+sentinel://…` or `redis+cluster://…`; `rediss` instead of `redis` for TLS. It may hold a password, so it is in no error and no log.',
  },
  'queue.name': {
    description: 'The name of the queue. Those who open the same name share its events.',
    default: 'events',
  },
  'queue.acceptLoss': {
    description:
      'Whether to open a Redis that may lose events: one that keeps nothing on disk (`appendonly no`), or that forgets keys when its memory is full.',
    default: 'no',
  },
  'queue.maxMemoryPercent': {
    description:
      'New events are refused when Redis uses more than this part of its `maxmemory`, so that those that were accepted can still be delivered: that needs a little room too. In percent.',
    default: '90',
  },
  'queue.replicas': {
    description:
      "How many replicas must have an event before it counts as accepted (Redis's `WAIT`). With 0, a replica that takes over may lack the events of the last moment.",
    default: '0',
  },
  'queue.timeoutMs': {
    description: 'How long Redis may be silent before `queue_unreachable`; in milliseconds.',
    default: '3000',
  },
  'queue.maxRequestsPerSecond': {
    description:
      'Most requests to Loop per second, of all who share the queue together; no limit if left out. Every try counts. It must be the same for all of them. A sender has a setting of the same name, for itself alone.',
  },
  'queue.duplicateHours': {
    description: 'How long an `id` is remembered: a copy that comes later is a new event. 0 remembers none. In hours.',
    default: '24',
  },
  'queue.deadLetterDays': { description: 'How long a dead letter is kept. In days.', default: '30' },
  'queue.maxDeadLetters': {
    description:
      'How many dead letters are kept: the oldest go first. Left out, none goes for their number while it is younger than `deadLetterDays`.',
    default: '100000000',
  },
  'queue.leaseMs': {
    description:
      'How long a process may be silent before its events are handed to another; in milliseconds. A process that was killed costs its events this delay at most.',
    default: '30000',
  },
  'queue.file': {
    description:
      'The file. It is made if it is not there; its folder must be. Two more files lie beside it while it is open.',
  },
  'queue.synchronous': {
    description:
      '`full`: what was accepted survives a power cut; what was delivered just before it may be delivered once more. `normal`: it survives a crash of the program, and a power cut may cost the last events; faster on slow disks.',
    default: 'full',
  },
  'queue.maxMegabytes': {
    description: 'The file may grow to this. Then new events are refused, until room was made. In megabytes.',
    default: '10240',
  },
  'queue.minFreeMegabytes': {
    description:
      'New events are refused when the disk has less room left than this, so that those that were accepted can still be delivered: that needs a little room too. In megabytes.',
    default: '64',
  },
  'queue.busyMs': {
    description: 'How long another program may hold the file before `queue_busy`; in milliseconds.',
    default: '5000',
  },
  sender: {
    description:
      'How to send: the settings of `createSender`. `retry.attempts` has no meaning here, because nothing is given up.',
  },
  'sender.concurrency': {
    description: 'Most requests on their way to one server at once, each on a connection of its own.',
    default: '32',
  },
  'sender.timeoutMs': {
    description: 'How long one try may wait to connect, then for the status line, then for the body; in milliseconds.',
    default: '10000',
  },
  'sender.connectionMs': {
    description:
      'How long a connection is used: the next one asks DNS again, so that a new address is found. In milliseconds.',
    default: '30000',
  },
  'sender.retry': { description: 'When to try again, and how often.' },
  'sender.retry.attempts': { description: 'Most tries for one request, the first one included.', default: '8' },
  'sender.retry.baseDelayMs': {
    description:
      'Ceiling of the first wait, in milliseconds. It doubles with every try; the wait is random up to the ceiling.',
    default: '500',
  },
  'sender.retry.maxDelayMs': { description: 'Where the doubling stops, in milliseconds.', default: '30000' },
  'sender.retry.maxRetryAfterMs': {
    description: 'The longest `Retry-After` that is obeyed, in milliseconds. A longer one is cut to this.',
    default: '3600000',
  },
  'sender.maxRequestsPerSecond': {
    description: 'Most requests per second to one server; no limit if left out. Loop documents none.',
  },
  'sender.breakerFailures': {
    description:
      'So many failures in a row mean that the server is down: one request at a time is tried then, until it answers.',
    default: '10',
  },
  'sender.userAgent': { description: 'The `User-Agent` header.', default: 'loop-adapters' },
  'sender.onRetry': { description: 'Called before each wait. Must not throw.' },
  maxAgeHours: {
    description:
      'An event that waited longer than this becomes a dead letter: Loop takes every event as happening now. In hours.',
    default: '72',
  },
  drainMs: {
    description:
      'How long `close` goes on delivering, in milliseconds. What is left then is delivered after the next start.',
    default: '5000',
  },
  logLevel: { description: 'How talkative the log is.', default: 'info' },
};
