import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { createDeliverer, type Deliverer } from './deliverer.js';
import type { DelivererSettingsInput } from './deliverer-settings.js';
import type { DeadLetter } from '../queue/dead-letters.js';
import { openFileQueue } from '../queue/file/open-file-queue.js';
import type { FileQueueSettingsInput } from '../queue/file/file-queue-settings.js';
import type { Queue, QueueCounts, QueueEvent } from '../queue/queue.js';
import { startSandbox, type Fault, type Sandbox, type SandboxOptionsInput } from '../sandbox/index.js';
import { temporaryFolder } from '@loop-adapters/testing/temporary-folder';
import { VirtualClock } from '../../test/virtual-clock.js';

const hourMs = 3_600_000;

const event = (name: string, params: Readonly<Record<string, string>> = {}): QueueEvent => ({
  id: null,
  params: {
    app: 'com.example.app',
    ct: 'us',
    device: 'Pixel6',
    et: 'custom',
    ip: '192.168.1.1',
    uid: 'abcdef-1234-5678',
    device_type: 'android',
    'value[event]': name,
    ...params,
  },
});
const events = (count: number): QueueEvent[] => Array.from({ length: count }, (_, n) => event(`event ${n}`));

const toClose: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

async function setUp(sandboxOptions: SandboxOptionsInput = {}, queueSettings: Partial<FileQueueSettingsInput> = {}) {
  const clock = new VirtualClock();
  const loop = await startSandbox({ keep: 100_000, now: () => clock.now(), ...sandboxOptions });
  toClose.push(() => loop.close());
  const file = join(temporaryFolder(), 'queue.db');
  const queue = await openFileQueue({ file, duplicateHours: 0, ...queueSettings }, { clock });
  toClose.push(() => queue.close());
  const start = (settings: Partial<DelivererSettingsInput> = {}): Deliverer => {
    const deliverer = createDeliverer(
      { queue, endpoint: loop.endpoint, sourceHash: 'XYZ123', ...settings },
      { clock, random: () => 0.5 },
    );
    toClose.push(() => deliverer.stop({ withinMs: 0 }));
    return deliverer;
  };
  return { clock, loop, file, queue, start };
}

async function lettersOf(queue: Queue): Promise<DeadLetter[]> {
  const letters: DeadLetter[] = [];
  for await (const letter of queue.deadLetters.list()) letters.push(letter);
  return letters;
}

/** What Loop has answered 2xx, in order. */
const acceptedBy = (loop: Sandbox): (string | undefined)[] =>
  loop
    .requests()
    .filter(({ answer }) => answer.status === 200)
    .map(({ params }) => params['value[event]']);

/** The counts of a queue that has delivered all it took. */
const emptyAfter = (delivered: number): QueueCounts => ({
  ...{ waiting: 0, leased: 0, dead: 0, oldestWaitedMs: null, removed: 0 },
  accepted: delivered,
  delivered,
});
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('delivers what is in the queue and what comes, the source hash in its documented place', async () => {
  const { loop, queue, start } = await setUp();
  await queue.add([event('before')]);
  const onDelivered = jest.fn();
  const deliverer = start({ onDelivered });
  await queue.add([event('after')]);
  await deliverer.whenEmpty();
  expect(loop.requests().map(({ url, answer }) => [url, answer.status])).toEqual(
    ['before', 'after'].map((name) => [
      '/mobile?app=com.example.app&ct=us&device=Pixel6&et=custom&ip=192.168.1.1&source_hash=***' +
        `&uid=abcdef-1234-5678&device_type=android&value[event]=${name}`,
      200,
    ]),
  );
  expect(await queue.counts()).toEqual(emptyAfter(2));
  const notice = { httpStatus: 200, attempts: 1, tookMs: expect.any(Number) };
  expect(onDelivered.mock.calls).toEqual([[notice], [notice]]);
});

test('each platform has its own source hash; without one, the event is kept with the reason', async () => {
  const { loop, queue, start } = await setUp({ sourceHashes: ['ONE'] });
  const onDeadLetter = jest.fn();
  await queue.add([event('android'), event('ios', { device_type: 'ios' })]);
  await start({ sourceHash: { android: 'ONE' }, onDeadLetter }).whenEmpty();
  expect(acceptedBy(loop)).toEqual(['android']);
  expect(await lettersOf(queue)).toEqual([
    {
      key: expect.any(String),
      params: event('ios', { device_type: 'ios' }).params,
      addedAtMs: expect.any(Number),
      buriedAtMs: expect.any(Number),
      code: 'no_source_hash',
      httpStatus: null,
      attempts: 0,
      message: 'There is no source hash for the platform of this event. Set it and send the event again.',
    },
  ]);
  expect(onDeadLetter.mock.calls).toEqual([[{ code: 'no_source_hash', httpStatus: null, attempts: 0 }]]);
});

test('a relay gets the request without a source hash', async () => {
  const { loop, queue, start } = await setUp();
  await queue.add([event('a')]);
  await start({ sourceHash: null }).whenEmpty();
  expect(loop.requests().map(({ params }) => params)).toEqual([event('a').params]);
});

test('what Loop refuses is kept with its reason, and can be sent again', async () => {
  let isFixed = false;
  const { loop, queue, start } = await setUp({
    answers: (_, { params }) =>
      params['value[event]'] === 'bad' && !isFixed ? { kind: 'status', status: 403 } : undefined,
  });
  await queue.add([event('bad'), event('good')]);
  const deliverer = start();
  await deliverer.whenEmpty();
  expect(acceptedBy(loop)).toEqual(['good']);
  expect(await lettersOf(queue)).toEqual([
    expect.objectContaining({
      params: event('bad').params,
      code: 'refused',
      httpStatus: 403,
      attempts: 1,
      message:
        'Loop answered 403. Loop does not take this request, and would not take it a second time. Check its parameters and the source hash.',
    }),
  ]);
  isFixed = true;
  await queue.deadLetters.retry({ codes: ['refused'] });
  await deliverer.whenEmpty();
  expect(acceptedBy(loop)).toEqual(['good', 'bad']);
  expect(await queue.counts()).toEqual(emptyAfter(2));
});

test('Loop down for ten minutes: nothing is lost, one request at a time is tried, and its return is seen soon', async () => {
  const downMs = 600_000;
  const faults: readonly Fault[] = [{ kind: 'status', status: 503 }, { kind: 'reset' }];
  let upAtMs = Number.POSITIVE_INFINITY;
  const { clock, loop, queue, start } = await setUp({
    answers: (n) => (clock.now() < upAtMs ? faults[n % 2] : undefined),
  });
  upAtMs = clock.now() + downMs;
  const codes = new Set<string>();
  await queue.add(events(100));
  await start({ pollMs: 2000, onRetry: ({ code }) => codes.add(code) }).whenEmpty();
  expect(acceptedBy(loop).sort()).toEqual(
    events(100)
      .map(({ params }) => params['value[event]'])
      .sort(),
  );
  expect(await queue.counts()).toEqual(emptyAfter(100));
  expect(codes).toEqual(new Set(['unavailable', 'connection_lost']));
  // Ten minutes have 160 pauses of 3.75 s. A hundred events that were tried by themselves would be 4,000 tries.
  const failedTries = loop.requests().length - 100;
  expect(failedTries).toBeGreaterThan(100);
  expect(failedTries).toBeLessThan(240);
  const firstAccepted = loop.requests().find(({ answer }) => answer.status === 200);
  expect((firstAccepted?.receivedAtMs ?? 0) - upAtMs).toBeLessThan(5000);
});

test('a backlog is worked off while new events come in, at half of what may go out', async () => {
  const [downMs, endMs, addEveryMs] = [5000, 20_000, 100];
  let startMs = Number.POSITIVE_INFINITY;
  const { clock, loop, queue, start } = await setUp({
    answers: () => (clock.now() - startMs < downMs ? { kind: 'status', status: 503 } : undefined),
  });
  startMs = clock.now();
  const addedAtMs: number[] = [];
  const deliverer = start({ sender: { maxRequestsPerSecond: 2 * (1000 / addEveryMs), concurrency: 4 } });
  await new Promise<void>((resolve) => {
    const addNext = (): void => {
      addedAtMs.push(clock.now() - startMs);
      void queue.add([event(String(addedAtMs.length - 1))]).then(() => {
        if (addedAtMs.length * addEveryMs >= endMs) resolve();
        else clock.after(addEveryMs, addNext);
      });
    };
    addNext();
  });
  await deliverer.whenEmpty();
  const accepted = loop.requests().filter(({ answer }) => answer.status === 200);
  expect(accepted).toHaveLength(endMs / addEveryMs);
  const longestDelayMs = (fromMs: number): number =>
    Math.max(
      ...accepted.map(({ params, receivedAtMs }) => {
        const addedMs = addedAtMs[Number(params['value[event]'])] ?? 0;
        return addedMs < fromMs ? 0 : receivedAtMs - startMs - addedMs;
      }),
    );
  expect(longestDelayMs(0)).toBeGreaterThan(4000);
  expect(longestDelayMs(endMs - 2000)).toBeLessThan(1000);
});

test('what waited too long is kept with the reason', async () => {
  const { queue, start, loop } = await setUp({ answers: () => ({ kind: 'status', status: 500 }) });
  await queue.add([event('a')]);
  await start({ maxAgeHours: 1, pollMs: 10_000 }).whenEmpty();
  const [letter] = await lettersOf(queue);
  expect(letter).toMatchObject({ code: 'expired', httpStatus: null, attempts: loop.requests().length });
  expect(letter!.buriedAtMs - letter!.addedAtMs).toBeGreaterThan(hourMs);
});

test('a pause that Loop asked for outlasts the process', async () => {
  const { clock, loop, queue, start } = await setUp({
    answers: (n) => (n === 1 ? { kind: 'status', status: 429, retryAfter: 1000 } : undefined),
  });
  const onRetry = jest.fn();
  await queue.add([event('a')]);
  const first = start({ onRetry, pollMs: 10_000 });
  while (onRetry.mock.calls.length === 0) await wait(1);
  await first.stop();
  expect(onRetry.mock.calls).toEqual([
    [{ code: 'throttled', httpStatus: 429, cause: null, attempts: 1, delayMs: 1_000_000 }],
  ]);
  const onDelivered = jest.fn();
  await start({ onDelivered, pollMs: 10_000 }).whenEmpty();
  const [refusedAt = 0, acceptedAt = 0] = loop.requests().map(({ receivedAtMs }) => receivedAtMs);
  expect(acceptedAt - refusedAt).toBeGreaterThanOrEqual(1_000_000);
  expect(clock.now() - refusedAt).toBeLessThan(1_100_000);
  expect(onDelivered.mock.calls).toEqual([[{ httpStatus: 200, attempts: 2, tookMs: expect.any(Number) }]]);
});

describe('stopping', () => {
  test('goes on until nothing is ready', async () => {
    const { loop, queue, start } = await setUp();
    await queue.add(events(500));
    await start().stop({ withinMs: hourMs });
    expect(acceptedBy(loop)).toHaveLength(500);
    expect(await queue.counts()).toEqual(emptyAfter(500));
  });

  test('ends in time, and what is left is delivered after the next start, nothing twice', async () => {
    const { loop, queue, start } = await setUp({ latencyMs: 20 });
    await queue.add(events(300));
    const first = start({ sender: { concurrency: 4 } });
    while (loop.counts().accepted === 0) await wait(1);
    await first.stop({ withinMs: 0 });
    const { accepted } = loop.counts();
    expect(accepted).toBeLessThan(100);
    expect(await queue.counts()).toMatchObject({ waiting: 300 - accepted, leased: 0 });
    await start().whenEmpty();
    expect(acceptedBy(loop).sort()).toEqual(
      events(300)
        .map(({ params }) => params['value[event]'])
        .sort(),
    );
    expect(loop.requests()).toHaveLength(300);
  });

  test('a Loop that hangs does not hold it up', async () => {
    const { queue, start } = await setUp({ answers: () => ({ kind: 'hang' }) });
    await queue.add(events(3));
    const deliverer = start({ sender: { concurrency: 1, timeoutMs: 500 } });
    while ((await queue.counts()).leased === 0) await wait(1);
    await deliverer.stop({ withinMs: 0 });
    expect(await queue.counts()).toMatchObject({ leased: 0, dead: 0 });
  });
});

test('takes no more than "maxInFlight" at once', async () => {
  const { queue, start } = await setUp({ answers: () => ({ kind: 'hang' }) });
  await queue.add(events(100));
  start({ maxInFlight: 8, sender: { concurrency: 8, timeoutMs: 1000 } });
  while ((await queue.counts()).leased < 8) await wait(1);
  // It has had every chance to take more.
  for (let turn = 0; turn < 20; turn++) {
    await wait(5);
    expect((await queue.counts()).leased).toBe(8);
  }
});

test('a queue that can not be written is asked again, and nothing is sent twice', async () => {
  const { loop, file, queue, start } = await setUp({ latencyMs: 30 }, { busyMs: 0 });
  await queue.add(events(5));
  const onTrouble = jest.fn();
  const deliverer = start({ onTrouble });
  while ((await queue.counts()).leased < 5) await wait(1);
  const other = new DatabaseSync(file);
  other.exec('PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE');
  while (onTrouble.mock.calls.length === 0) await wait(1);
  other.exec('COMMIT');
  other.close();
  await deliverer.whenEmpty();
  expect(loop.requests()).toHaveLength(5);
  expect(await queue.counts()).toEqual(emptyAfter(5));
  expect(onTrouble.mock.calls[0]).toEqual([
    expect.objectContaining({
      code: 'queue_busy',
      message:
        'Another program holds the queue and does not let go. End it, or wait until it is done, and try again. (SQLITE_BUSY)',
    }),
  ]);
});

test('tells of dead letters that go for good', async () => {
  const { queue, start } = await setUp({ answers: () => ({ kind: 'status', status: 400 }) }, { maxDeadLetters: 1 });
  const onDropped = jest.fn();
  await queue.add(events(3));
  start({ onDropped, pollMs: 10_000 });
  while (onDropped.mock.calls.length === 0) await wait(1);
  expect(onDropped.mock.calls).toEqual([[2]]);
});

test('every problem of the settings is named, and no value is shown', async () => {
  const { queue } = await setUp();
  const settings = {
    queue,
    endpoint: 'http://example.com/?a',
    sourceHash: '',
    maxAgeHours: 0,
    sender: { concurency: 1 } as object,
    pollMS: 1,
  };
  let problems: unknown;
  try {
    createDeliverer(settings);
  } catch (error) {
    ({ problems } = error as { problems: unknown });
  }
  expect(problems).toEqual([
    {
      path: 'endpoint',
      message: 'It must be an https URL without a query (http only to this machine: localhost or 127.0.0.1).',
    },
    { path: 'sourceHash', message: 'It must be the source hash that Loop gave you: text without spaces.' },
    { path: 'sender.concurency', message: 'There is no such setting. Did you mean "concurrency"?' },
    { path: 'maxAgeHours', message: 'It must be a whole number from 1 to 87600.' },
    { path: 'pollMS', message: 'There is no such setting. Did you mean "pollMs"?' },
  ]);
});

describe('a wall: Loop refuses all events of a source', () => {
  const refuse = (status: number): Fault => ({ kind: 'status', status });

  test('most of the backlog is kept, one event at a time is tried, and all goes out when it is gone', async () => {
    let isUp = true;
    const { loop, queue, start } = await setUp({ answers: () => (isUp ? refuse(403) : undefined) });
    await queue.add(events(500));
    const onWall = jest.fn();
    const deliverer = start({ wallAfter: 20, onWall, sender: { concurrency: 4 } });
    while (onWall.mock.calls.length < 8) await wait(1);
    const { total } = loop.counts();
    expect(total).toBeLessThan(40);
    isUp = false;
    await deliverer.whenEmpty();
    const letters = await lettersOf(queue);
    expect(letters.length).toBe(19);
    expect(loop.counts().accepted).toBe(500 - 19);
    expect(onWall.mock.calls.at(-1)).toEqual([{ isUp: false, httpStatus: 403 }]);
  });

  test('another source goes on meanwhile', async () => {
    const { loop, queue, start } = await setUp({
      answers: (_, { params }) => (params['device_type'] === 'ios' ? refuse(401) : undefined),
    });
    const mixed = events(200).map((each, n) => (n % 2 === 0 ? each : event(`ios ${n}`, { device_type: 'ios' })));
    await queue.add(mixed);
    const onWall = jest.fn();
    const onDeadLetter = jest.fn();
    const sender = { concurrency: 4 };
    start({ sourceHash: { android: 'A', ios: 'I' }, wallAfter: 20, onWall, onDeadLetter, sender });
    while (loop.counts().accepted < 100 || onWall.mock.calls.length < 3) await wait(1);
    expect([loop.counts().accepted, onDeadLetter.mock.calls.length]).toEqual([100, 19]);
  });

  test('a single bad event is a dead letter at once', async () => {
    const { queue, start } = await setUp({ answers: (n) => (n === 3 ? refuse(400) : undefined) });
    await queue.add(events(5));
    await start({ wallAfter: 20 }).whenEmpty();
    expect((await lettersOf(queue)).map(({ code }) => code)).toEqual(['refused']);
  });
});
