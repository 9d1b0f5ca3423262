import { join } from 'node:path';
import { leaseAndDie } from '../../test/lease-and-die.js';
import type { RedisProcess } from '@loop-adapters/testing/redis-process';
import { hasRedis, startRedis } from '@loop-adapters/testing/start-redis';
import { temporaryFolder } from '@loop-adapters/testing/temporary-folder';
import type { DeadLetter } from './dead-letters.js';
import { openFileQueue } from './file/open-file-queue.js';
import { bookDifference } from './queue-books.js';
import type { Lease, Queue, QueueEvent } from './queue.js';
import { openRedisQueue } from './redis/open-redis-queue.js';

/** What a test may set, whichever engine it runs on. */
interface SuiteSettings {
  readonly duplicateHours?: number;
  readonly maxDeadLetters?: number;
  readonly leaseMs?: number;
}

/** Somewhere to open a queue, more than once if need be. */
interface QueuePlace {
  open(settings?: SuiteSettings): Promise<Queue>;
  /** Opens the queue in a process of its own, leases everything that is due there, and kills it with SIGKILL. */
  leaseAndDie(settings?: SuiteSettings): Promise<void>;
}

const event = (name: string, id: string | null = null): QueueEvent => ({
  id,
  params: { app: 'com.example.app', device_type: 'android', 'value[event]': name },
});
const names = (leases: readonly { readonly params: Readonly<Record<string, string>> }[]): string[] =>
  leases.map(({ params }) => params['value[event]'] ?? '');

async function leaseUntil(queue: Queue, count: number): Promise<Lease[]> {
  const leases: Lease[] = [];
  while (leases.length < count) {
    leases.push(...(await queue.lease(count - leases.length)));
    if (leases.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return leases;
}

async function listOf(letters: AsyncIterable<DeadLetter>): Promise<DeadLetter[]> {
  const list: DeadLetter[] = [];
  for await (const letter of letters) list.push(letter);
  return list;
}

/** The counts of a queue that nothing has gone into. */
const empty = { waiting: 0, leased: 0, dead: 0, oldestWaitedMs: null, accepted: 0, delivered: 0, removed: 0 };

const refused = { code: 'refused', httpStatus: 400, attempts: 1, message: 'Loop answered 400.' } as const;

/** Makes a place of its own for each test. */
type Engine = readonly [name: string, makePlace: () => Promise<QueuePlace>];

const fileEngine: Engine = [
  'a file',
  async () => {
    const file = join(temporaryFolder(), 'queue.db');
    return {
      open: (settings = {}) => openFileQueue({ file, ...settings }),
      leaseAndDie: (settings = {}) => leaseAndDie('file', { file, ...settings }),
    };
  },
];

let redis: Promise<RedisProcess> | null = null;
let places = 0;
const redisEngine: Engine = [
  'Redis',
  async () => {
    redis ??= startRedis();
    const { url } = await redis;
    places++;
    const name = `place-${places}`;
    return {
      open: (settings = {}) => openRedisQueue({ url, name, ...settings }),
      leaseAndDie: (settings = {}) => leaseAndDie('redis', { url, name, ...settings }),
    };
  },
];

const engines: readonly Engine[] = [fileEngine, ...(hasRedis ? [redisEngine] : [])];

/** The behavior of a queue: the same tests for every engine. */
describe.each(engines)('a queue in %s', (_name, makePlace) => {
  let place: QueuePlace;
  let queue: Queue;
  beforeEach(async () => {
    place = await makePlace();
    queue = await place.open();
  });
  afterEach(async () => {
    await queue.close();
    const again = await place.open();
    expect(bookDifference(await again.books())).toBe(0);
    await again.close();
  });

  const bury = async (eventNames: readonly string[], reason: { readonly code?: string } = {}) => {
    await queue.add(eventNames.map((name) => event(name)));
    const leases = await leaseUntil(queue, eventNames.length);
    await queue.bury(leases.map((lease) => ({ ...refused, ...reason, lease })));
  };

  test('hands out what was added, in its order, and each event once', async () => {
    const before = performance.now();
    expect(await queue.add(['a', 'b', 'c'].map((name) => event(name)))).toEqual({
      each: ['accepted', 'accepted', 'accepted'],
      accepted: 3,
      duplicates: 0,
    });
    const first = await leaseUntil(queue, 2);
    const second = await leaseUntil(queue, 1);
    expect(first).toEqual(
      ['a', 'b'].map((name) => ({
        key: expect.any(String),
        token: expect.any(String),
        params: event(name).params,
        waitedMs: expect.any(Number),
        attempts: 0,
      })),
    );
    expect(first.every(({ waitedMs }) => waitedMs >= 0 && waitedMs <= performance.now() - before)).toBe(true);
    expect(names(second)).toEqual(['c']);
    expect(await queue.lease(5)).toEqual([]);
    expect(new Set([...first, ...second].map(({ key }) => key)).size).toBe(3);
  });

  test('keeps parameters as they are: their order, their characters', async () => {
    const params = {
      uid: 'Z',
      app: 'ñandú 🦩',
      'value[b]': '"\\',
      'value[a]': '\u0000\n',
      'value[10]': 'x',
      'value[9]': '',
    };
    await queue.add([{ id: null, params }]);
    const [lease] = await leaseUntil(queue, 1);
    expect(JSON.stringify(lease?.params)).toBe(JSON.stringify(params));
  });

  test('forgets what is acknowledged', async () => {
    await queue.add([event('a'), event('b')]);
    const leases = await leaseUntil(queue, 2);
    expect(await queue.counts()).toMatchObject({ waiting: 2, leased: 2 });
    await queue.acknowledge(leases.slice(0, 1));
    expect(await queue.counts()).toEqual({
      waiting: 1,
      leased: 1,
      dead: 0,
      oldestWaitedMs: expect.any(Number),
      accepted: 2,
      delivered: 1,
      removed: 0,
    });
    await queue.acknowledge(leases);
    expect(await queue.counts()).toEqual({ ...empty, accepted: 2, delivered: 2 });
  });

  test('hands a released event out again, with its tries, when it is due', async () => {
    await queue.add([event('a'), event('b'), event('c')]);
    const leases = await leaseUntil(queue, 3);
    await queue.release([
      { lease: leases[0]!, delayMs: 3_600_000, attempts: 3 },
      { lease: leases[1]!, delayMs: 20, attempts: 2 },
      { lease: leases[2]!, delayMs: 0, attempts: 0 },
    ]);
    expect(await queue.counts()).toMatchObject({ leased: 0, dead: 0 });
    const again = await leaseUntil(queue, 2);
    expect(again.map(({ params, attempts }) => [params['value[event]'], attempts]).sort()).toEqual([
      ['b', 2],
      ['c', 0],
    ]);
    expect(await queue.counts()).toMatchObject({
      waiting: 3,
      leased: 2,
    });
  });

  test('an event that was seen is not queued again, not even within one batch or at the same time', async () => {
    expect(await queue.add([event('a', 'one'), event('a', 'one'), event('c', 'two'), event('d')])).toEqual({
      each: ['accepted', 'duplicate', 'accepted', 'accepted'],
      accepted: 3,
      duplicates: 1,
    });
    const added = await Promise.all(
      Array.from({ length: 10 }, () => queue.add([event('e', 'three'), event('c', 'two')])),
    );
    expect(added.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(1);
    expect(added.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(19);
    const leases = await leaseUntil(queue, 4);
    expect(names(leases).sort()).toEqual(['a', 'c', 'd', 'e']);
    await queue.acknowledge(leases);
    expect(await queue.add([event('a', 'one')])).toMatchObject({ each: ['duplicate'] });
    await queue.close();
    queue = await place.open();
    expect(await queue.add([event('a', 'one')])).toMatchObject({ each: ['duplicate'] });
    expect(await queue.lease(1)).toEqual([]);
  });

  test('one message ID on several events: each is kept, whatever network its copies come from', async () => {
    const from = (ip: string, uid: string, name: string): QueueEvent => ({
      id: 'one',
      params: { ip, uid, device_type: 'android', 'value[event]': name },
    });
    const first = [from('192.0.2.1', 'A', 'a'), from('192.0.2.1', 'A', 'b'), from('192.0.2.1', 'B', 'a')];
    expect(await queue.add(first)).toMatchObject({ accepted: 3 });
    const again = [from('198.51.100.7', 'A', 'a'), from('198.51.100.7', 'A', 'b'), from('198.51.100.7', 'C', 'a')];
    expect(await queue.add(again)).toMatchObject({ each: ['duplicate', 'duplicate', 'accepted'] });
  });

  test('what is no message ID makes no two events the same', async () => {
    const ids = [null, '', ' ', 'undefined', 'null', '0', '00000000-0000-0000-0000-000000000000'];
    const events = ids.flatMap((id) => [event('a', id), event('a', id)]);
    expect(await queue.add(events)).toMatchObject({ accepted: events.length, duplicates: 0 });
  });

  test('remembers no ID if it is told so', async () => {
    await queue.close();
    queue = await place.open({ duplicateHours: 0 });
    await queue.add([event('a', 'one')]);
    expect(await queue.add([event('a', 'one')])).toMatchObject({ accepted: 1, duplicates: 0 });
  });

  test('an event with thousands of others comes out whole', async () => {
    const all = Array.from({ length: 3000 }, (_, n) => `event ${String(n)}`);
    await Promise.all(
      [0, 1, 2].map((part) => queue.add(all.slice(1000 * part, 1000 * (part + 1)).map((name) => event(name)))),
    );
    const leases = await leaseUntil(queue, 3000);
    expect(await queue.lease(1)).toEqual([]);
    expect(names(leases).sort()).toEqual(all.sort());
    await queue.acknowledge(leases);
    expect(await queue.counts()).toMatchObject({ waiting: 0, leased: 0 });
  });

  test('keeps dead letters with their reason', async () => {
    await queue.add([event('a')]);
    const [lease] = await leaseUntil(queue, 1);
    await queue.bury([{ ...refused, lease: lease! }]);
    expect(await queue.counts()).toEqual({ ...empty, dead: 1, accepted: 1 });
    expect(await listOf(queue.deadLetters.list())).toEqual([
      {
        key: expect.any(String),
        params: event('a').params,
        addedAtMs: expect.any(Number),
        buriedAtMs: expect.any(Number),
        ...refused,
      },
    ]);
    expect(await queue.lease(1)).toEqual([]);
  });

  test('finds dead letters by key, reason and date', async () => {
    await bury(['a', 'b']);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await bury(['c'], { code: 'expired' });
    const letters = await listOf(queue.deadLetters.list());
    expect(names(letters)).toEqual(['a', 'b', 'c']);
    const [a, b, c] = letters;
    const found = async (filter: Parameters<typeof queue.deadLetters.list>[0]) =>
      names(await listOf(queue.deadLetters.list(filter)));
    expect(await found({ codes: ['refused'] })).toEqual(['a', 'b']);
    expect(await found({ codes: ['expired', 'timeout'] })).toEqual(['c']);
    expect(await found({ codes: [] })).toEqual([]);
    expect(await found({ keys: [b!.key, c!.key, 'no such key'] })).toEqual(['b', 'c']);
    expect(await found({ fromMs: c!.buriedAtMs })).toEqual(['c']);
    expect(await found({ beforeMs: c!.buriedAtMs })).toEqual(['a', 'b']);
    expect(await found({ fromMs: a!.buriedAtMs, beforeMs: c!.buriedAtMs + 1, codes: ['expired'] })).toEqual(['c']);
  });

  test('puts dead letters back, and drops them', async () => {
    await bury(['a', 'b', 'c']);
    await bury(['d'], { code: 'expired' });
    const told = jest.fn();
    const stop = queue.onAdded(told);
    expect(await queue.deadLetters.retry({ codes: ['expired'] })).toBe(1);
    expect(told).toHaveBeenCalled();
    stop();
    const [lease] = await leaseUntil(queue, 1);
    expect(lease).toMatchObject({ params: event('d').params, attempts: 0 });
    const [a, b, c] = await listOf(queue.deadLetters.list());
    expect(await queue.deadLetters.drop({ keys: [a!.key] })).toBe(1);
    expect(await queue.deadLetters.drop({ keys: [a!.key] })).toBe(0);
    expect(await queue.counts()).toMatchObject({ waiting: 1, dead: 2, leased: 1 });
    expect(names([b!, c!])).toEqual(['b', 'c']);
    expect(await queue.deadLetters.retry()).toBe(2);
    expect(names(await leaseUntil(queue, 2)).sort()).toEqual(['b', 'c']);
    expect(await queue.counts()).toMatchObject({ dead: 0, leased: 3 });
  });

  test('goes through more dead letters than are read at a time', async () => {
    const all = Array.from({ length: 1203 }, (_, n) => `event ${String(n)}`);
    await bury(all);
    expect(names(await listOf(queue.deadLetters.list())).sort()).toEqual(all.sort());
    expect(await queue.deadLetters.drop({ codes: ['refused'] })).toBe(1203);
    expect(await listOf(queue.deadLetters.list())).toEqual([]);
  });

  test('keeps so many dead letters and not more', async () => {
    await bury(['a', 'b', 'c']);
    await queue.close();
    queue = await place.open({ maxDeadLetters: 2 });
    expect(await queue.tidy()).toMatchObject({ deadLetters: 1 });
    expect(names(await listOf(queue.deadLetters.list()))).toEqual(['b', 'c']);
    expect(await queue.tidy()).toMatchObject({ deadLetters: 0 });
  });

  test('frees what it holds when it is closed', async () => {
    await queue.add([event('a'), event('b')]);
    await leaseUntil(queue, 1);
    await queue.close();
    queue = await place.open();
    expect(names(await leaseUntil(queue, 2)).sort()).toEqual(['a', 'b']);
  });

  test('two that share a queue get different events', async () => {
    const other = await place.open();
    await queue.add(Array.from({ length: 40 }, (_, n) => event(`event ${String(n)}`)));
    const leases: Lease[] = [];
    while (leases.length < 40) {
      leases.push(...(await Promise.all([queue.lease(3), other.lease(3)])).flat());
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await other.close();
    expect(new Set(names(leases)).size).toBe(40);
    expect(leases).toHaveLength(40);
  });

  test('takes over what a killed process held, and what that one still says does not count', async () => {
    await queue.add([event('a'), event('b')]);
    const [mine] = await leaseUntil(queue, 2);
    await queue.close();
    await place.leaseAndDie({ leaseMs: 1000 });
    queue = await place.open({ leaseMs: 1000 });
    expect(await queue.counts()).toMatchObject({ waiting: 2, leased: 0 });
    const [first, second] = await leaseUntil(queue, 2);
    expect(names([first!, second!]).sort()).toEqual(['a', 'b']);
    // The old lease of the first one is not valid any more.
    await queue.release([{ lease: mine!, delayMs: 3_600_000, attempts: 7 }]);
    await queue.bury([{ ...refused, lease: mine! }]);
    expect(await queue.counts()).toMatchObject({ waiting: 2, leased: 2, dead: 0 });
    await queue.acknowledge([first!, second!]);
    expect(await queue.counts()).toMatchObject({ leased: 0 });
  });

  test('says that it is closed', async () => {
    await queue.close();
    await queue.close();
    const closed = expect.objectContaining({ name: 'QueueError', code: 'queue_closed' }) as Error;
    await expect(queue.add([event('a')])).rejects.toEqual(closed);
    await expect(queue.lease(1)).rejects.toEqual(closed);
    await expect(queue.acknowledge([])).rejects.toEqual(closed);
    await expect(queue.counts()).rejects.toEqual(closed);
    await expect(queue.tidy()).rejects.toEqual(closed);
    await expect(queue.deadLetters.retry()).rejects.toEqual(closed);
    await expect(listOf(queue.deadLetters.list())).rejects.toEqual(closed);
  });
});
