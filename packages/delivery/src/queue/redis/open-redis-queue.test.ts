import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { RedisProcess } from '@loop-adapters/testing/redis-process';
import { growDisk, smallDisk, testOnSmallDisk } from '../../../test/small-disk.js';
import { hasRedis, startRedis } from '@loop-adapters/testing/start-redis';
import type { DeadLetter } from '../dead-letters.js';
import type { Lease, Queue, QueueEvent } from '../queue.js';
import { dropLetters } from './drop-letters.js';
import { openRedisQueue } from './open-redis-queue.js';
import type { RedisQueueSettingsInput } from './redis-queue-settings.js';

const dayMs = 86_400_000;
const event = (name: string, id: string | null = null): QueueEvent => ({ id, params: { 'value[event]': name } });
const names = (items: readonly { readonly params: Readonly<Record<string, string>> }[]): string[] =>
  items.map(({ params }) => params['value[event]'] ?? '');
const queueError = (code: string): Error => expect.objectContaining({ name: 'QueueError', code }) as Error;
const refused = { code: 'refused', httpStatus: 400, attempts: 1, message: 'Loop answered 400.' } as const;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function leaseUntil(queue: Queue, count: number): Promise<Lease[]> {
  const leases: Lease[] = [];
  while (leases.length < count) {
    leases.push(...(await queue.lease(count - leases.length).catch(() => [])));
    if (leases.length < count) await wait(10);
  }
  return leases;
}

async function listOf(letters: AsyncIterable<DeadLetter>): Promise<DeadLetter[]> {
  const list: DeadLetter[] = [];
  for await (const letter of letters) list.push(letter);
  return list;
}

const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

async function openQueue(settings: RedisQueueSettingsInput): Promise<Queue> {
  const queue = await openRedisQueue(settings);
  opened.push(queue);
  return queue;
}

function connect(url: string): Redis {
  const redis = new Redis(url);
  opened.push({ close: () => redis.quit() });
  return redis;
}

const describeWithRedis = hasRedis ? describe : describe.skip;

describeWithRedis('a queue in Redis', () => {
  let shared: RedisProcess;
  let name = '';
  let places = 0;
  beforeAll(async () => {
    shared = await startRedis();
  });
  beforeEach(() => {
    places++;
    name = `place-${places}`;
  });
  const open = (settings: Partial<RedisQueueSettingsInput> = {}): Promise<Queue> =>
    openQueue({ url: shared.url, name, ...settings });

  describe('what is kept', () => {
    test('of an ID only a digest, and in nothing on the disk more than the parameters', async () => {
      const redis = await startRedis();
      const queue = await openQueue({ url: redis.url });
      await queue.add([event('a', 'ana@example.com'), event('b', 'ana@example.com')]);
      await queue.bury((await queue.lease(1)).map((lease) => ({ ...refused, lease })));
      expect(await queue.deadLetters.retry()).toBe(1);
      const files = readdirSync(redis.folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
      const bytes = files.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1')).join('');
      expect(bytes).toContain('value[event]');
      expect(bytes).not.toContain('example.com');
      expect(bytes).not.toContain('ana@');
    });

    test('queues of different names are different queues', async () => {
      const [queue, other] = [await open(), await open({ name: `${name}-other` })];
      await queue.add([event('a', 'one')]);
      expect(await other.add([event('b', 'one')])).toMatchObject({ accepted: 1, duplicates: 0 });
      expect(names(await other.lease(5))).toEqual(['b']);
    });

    test('an ID stays known when its event is a dead letter and is dropped', async () => {
      const queue = await open();
      await queue.add([event('a', 'one')]);
      await queue.bury((await queue.lease(1)).map((lease) => ({ ...refused, lease })));
      expect(await queue.deadLetters.drop()).toBe(1);
      expect(await queue.add([event('a', 'one')])).toMatchObject({ accepted: 0, duplicates: 1 });
      expect(await queue.counts()).toMatchObject({ waiting: 0, dead: 0 });
    });

    test('dead letters go by age, undelivered events never', async () => {
      const queue = await open({ deadLetterDays: 3 });
      const redis = connect(shared.url);
      await queue.add([event('old'), event('young'), event('waits')]);
      const [old, young] = await queue.lease(2);
      await queue.bury([old!, young!].map((lease) => ({ ...refused, lease })));
      await redis.zadd(`loop:${name}:failed`, Date.now() - 3 * dayMs - 1000, old!.key);
      await redis.zadd(`loop:${name}:failed`, Date.now() - 3 * dayMs + 60_000, young!.key);
      expect(await queue.tidy()).toEqual({ deadLetters: 1, ids: 0 });
      expect(names(await listOf(queue.deadLetters.list()))).toEqual(['young']);
      expect(await redis.exists(`loop:${name}:${old!.key}`)).toBe(0);
      expect(names(await queue.lease(5))).toEqual(['waits']);
    });

    test('what somebody has put back is not dropped any more, also by one who still sees it as a dead letter', async () => {
      const queue = await open();
      await queue.add([event('a'), event('b')]);
      await queue.bury((await queue.lease(2)).map((lease) => ({ ...refused, lease })));
      const [a, b] = await listOf(queue.deadLetters.list());
      expect(await queue.deadLetters.retry({ keys: [a!.key] })).toBe(1);
      const toKey = (key: string): string => `loop:${name}:${key}`;
      expect(await dropLetters(connect(shared.url), toKey, [a!.key, b!.key])).toBe(1);
      expect(await queue.counts()).toMatchObject({ waiting: 1, dead: 0 });
      expect(names(await queue.lease(2))).toEqual(['a']);
    });

    test('the oldest is found, also when a killed process left a name that stands for nothing', async () => {
      const queue = await open();
      await connect(shared.url).zadd(`loop:${name}:added`, 1, 'gone');
      await queue.add([event('a'), event('b')]);
      await queue.lease(1);
      expect(await queue.counts()).toMatchObject({ waiting: 2, leased: 1, oldestWaitedMs: expect.any(Number) });
    });

    test('of thousands of events no key is left when they are delivered, but of their IDs', async () => {
      const queue = await open();
      for (let n = 0; n < 5; n++) await queue.add(Array.from({ length: 1000 }, (_, i) => event('x', `${n} ${i}`)));
      const bury = async (leases: readonly Lease[]): Promise<void> => {
        await queue.bury(leases.slice(0, 10).map((lease) => ({ ...refused, lease })));
        await queue.acknowledge(leases.slice(10));
      };
      for (let leases = await queue.lease(1000); leases.length > 0; leases = await queue.lease(1000))
        await bury(leases);
      expect(await queue.deadLetters.drop()).toBe(50);
      const redis = connect(shared.url);
      const keys = (await redis.keys(`loop:${name}:*`)).map((key) => key.slice(`loop:${name}:`.length));
      const ofIds = keys.filter((key) => key.startsWith('de:'));
      expect(ofIds).toHaveLength(5000);
      expect(await redis.pttl(`loop:${name}:${ofIds[0] ?? ''}`)).toBeGreaterThan(dayMs - 60_000);
      const rest = keys.filter((key) => !key.startsWith('de:')).sort();
      expect(
        rest.filter((key) => !['events', 'id', 'marker', 'meta', 'stalled', 'stalled-check'].includes(key)),
      ).toEqual([]);
    });
  });

  describe('leases', () => {
    test('survive as long as their holder says that it is alive', async () => {
      const [queue, other] = [await open({ leaseMs: 1500 }), await open({ leaseMs: 1500 })];
      await queue.add([event('a')]);
      const leases = await queue.lease(1);
      await wait(2500);
      expect(await other.lease(1)).toEqual([]);
      await queue.acknowledge(leases);
      expect(await other.counts()).toMatchObject({ waiting: 0, leased: 0 });
    });

    /** Makes BullMQ believe that their holder was silent. */
    const silence = (leases: readonly Lease[]): Promise<number> =>
      connect(shared.url).del(leases.map(({ key }) => `loop:${name}:${key}:lock`));

    test('of a holder that was silent are lost, however often; but Loop has what it acknowledges', async () => {
      const [queue, other] = [await open({ leaseMs: 1500 }), await open({ leaseMs: 1500 })];
      await queue.add([event('a', 'one'), event('b', 'two')]);
      const first = await queue.lease(2);
      for (let turn = 0; turn < 2; turn++) {
        await silence(first);
        await silence(await leaseUntil(await open({ leaseMs: 1500 }), 2));
      }
      const theirs = await leaseUntil(other, 2);
      await queue.release(first.map((lease) => ({ lease, delayMs: 0, attempts: 0 })));
      await queue.bury(first.map((lease) => ({ ...refused, lease })));
      expect(await other.counts()).toMatchObject({ waiting: 2, leased: 2, dead: 0 });
      await queue.acknowledge(first);
      await other.acknowledge(theirs);
      expect(await other.counts()).toEqual({ waiting: 0, leased: 0, dead: 0, oldestWaitedMs: null });
    });

    test('that ended while Redis was gone go on if nobody else has taken them over', async () => {
      const queue = await open({ leaseMs: 1500 });
      await queue.add(['a', 'b', 'c'].map((one) => event(one)));
      const leases = await queue.lease(3);
      await silence(leases);
      // Long enough for BullMQ to make them free, and for this process to be handed them again and again.
      const again: Lease[] = [];
      for (const endMs = Date.now() + 3000; Date.now() < endMs;) {
        again.push(...(await queue.lease(3)));
        await wait(50);
      }
      expect(again).toEqual([]);
      const [a, b, c] = leases;
      await queue.acknowledge([a!]);
      await queue.release([{ lease: b!, delayMs: 3_600_000, attempts: 1 }]);
      await queue.bury([{ ...refused, lease: c! }]);
      expect(await queue.counts()).toMatchObject({ waiting: 1, leased: 0, dead: 1 });
    });

    test('what waits for its next holder can still be acknowledged, and its ID stays known', async () => {
      const queue = await open();
      await queue.add([event('a', 'one'), event('b')]);
      const leases = await queue.lease(1);
      await queue.release(leases.map((lease) => ({ lease, delayMs: 0, attempts: 0 })));
      await queue.acknowledge(leases);
      expect(await queue.counts()).toMatchObject({ waiting: 1, leased: 0 });
      expect(await queue.add([event('a', 'one')])).toMatchObject({ accepted: 0, duplicates: 1 });
      expect(names(await queue.lease(5))).toEqual(['b']);
    });

    test('what did not go out keeps its place', async () => {
      const queue = await open();
      await queue.add([event('a'), event('b')]);
      const [lease] = await queue.lease(1);
      await queue.release([{ lease: lease!, delayMs: 0, attempts: 0 }]);
      expect(names(await queue.lease(2))).toEqual(['a', 'b']);
    });
  });

  test('a rate limit is one for all who share the queue', async () => {
    const [queue, other] = [await open({ maxRequestsPerSecond: 20 }), await open({ maxRequestsPerSecond: 20 })];
    await queue.add(Array.from({ length: 60 }, (_, n) => event(`event ${n}`)));
    const [mine, theirs] = await Promise.all([queue.lease(15), other.lease(15)]);
    expect([...mine, ...theirs]).toHaveLength(20);
    const rest = await Promise.all([leaseUntil(queue, 20), leaseUntil(other, 20)]);
    expect(new Set(names([...mine, ...theirs, ...rest.flat()])).size).toBe(60);
  });

  describe('a Redis that would lose events', () => {
    test.each([
      ['appendonly', ['--appendonly', 'no']],
      ['appendfsync', ['--appendfsync', 'no']],
      ['maxmemory-policy', ['--maxmemory', '100mb', '--maxmemory-policy', 'allkeys-lru']],
    ])('is refused for its "%s", or accepted if the settings say so', async (setting, options) => {
      const { url } = await startRedis(options);
      await expect(openQueue({ url })).rejects.toThrow(
        `Redis would lose events that were accepted. Set "appendonly yes", "appendfsync always" or "everysec", and "maxmemory-policy noeviction" in Redis; or set "acceptLoss" if that is what you want. (${setting})`,
      );
      const queue = await openQueue({ url, acceptLoss: true });
      expect(await queue.add([event('a')])).toMatchObject({ accepted: 1, duplicates: 0 });
    });
  });

  describe('a password', () => {
    test('opens the door, and is in no error', async () => {
      const { url } = await startRedis(['--requirepass', 'S3CRET']);
      const withPassword = (password: string): string => url.replace('://', `://:${password}@`);
      const queue = await openQueue({ url: withPassword('S3CRET') });
      expect(await queue.add([event('a')])).toMatchObject({ accepted: 1, duplicates: 0 });
      const failed =
        'The queue could not be read or written. Check the disk, and the permissions of the file or of the Redis user.';
      await expect(openQueue({ url: withPassword('WR0NG') })).rejects.toThrow(`${failed} (WRONGPASS)`);
      await expect(openQueue({ url })).rejects.toThrow(`${failed} (NOAUTH)`);
    });

    test('wrong settings are named, all of them, without their values', async () => {
      const wrong = { url: 'redis://:S3CRET@127.0.0.1?tls=true', name: 'a:b', leaseMs: 0, file: 'x' };
      const error = await openRedisQueue(wrong as RedisQueueSettingsInput).catch((reason: unknown) => reason);
      expect((error as { problems: unknown }).problems).toEqual([
        { path: 'url', message: 'It must be the URL of a Redis, such as redis://127.0.0.1:6379, without a query.' },
        { path: 'name', message: 'It must be a name of letters, digits, "_", "-" and ".".' },
        { path: 'leaseMs', message: 'It must be a whole number from 100 to 3600000.' },
        { path: 'file', message: expect.stringMatching(/^There is no such setting\. Known here: url, /) as unknown },
      ]);
      expect(String(error)).not.toContain('S3CRET');
    });
  });

  describe('when Redis is gone', () => {
    test('it does not open', async () => {
      const redis = await startRedis();
      await redis.kill();
      await expect(openQueue({ url: redis.url })).rejects.toThrow(
        'Redis does not answer. Check that it runs, and that this machine may reach it. (ECONNREFUSED)',
      );
    });

    test('every call says so, and when it is back all goes on with what was accepted', async () => {
      const redis = await startRedis();
      const queue = await openQueue({ url: redis.url });
      await queue.add([event('a', 'one'), event('b'), event('c')]);
      const [a, b] = await queue.lease(2);
      await redis.kill();
      const gone = queueError('queue_unreachable');
      await expect(queue.add([event('d', 'four')])).rejects.toEqual(gone);
      await expect(queue.lease(1)).rejects.toEqual(gone);
      await expect(queue.acknowledge([a!])).rejects.toEqual(gone);
      await expect(queue.release([{ lease: a!, delayMs: 0, attempts: 0 }])).rejects.toEqual(gone);
      await expect(queue.bury([{ ...refused, lease: b! }])).rejects.toEqual(gone);
      await expect(queue.counts()).rejects.toEqual(gone);
      await expect(queue.tidy()).rejects.toEqual(gone);
      await expect(queue.deadLetters.retry()).rejects.toEqual(gone);
      await redis.restart();
      const [c] = await leaseUntil(queue, 1);
      expect(names([c!])).toEqual(['c']);
      await queue.acknowledge([a!, c!]);
      await queue.bury([{ ...refused, lease: b! }]);
      expect(await queue.add([event('d', 'four'), event('a', 'one')])).toMatchObject({ accepted: 1, duplicates: 1 });
      expect(await queue.counts()).toMatchObject({ waiting: 1, leased: 0, dead: 1 });
    });

    test('a Redis that is silent counts as gone, and what was tried meanwhile is not queued twice', async () => {
      const redis = await startRedis();
      const queue = await openQueue({ url: redis.url, timeoutMs: 300 });
      await queue.add([event('a', 'one')]);
      redis.freeze();
      await expect(queue.add([event('b', 'two')])).rejects.toEqual(queueError('queue_unreachable'));
      await expect(queue.lease(1)).rejects.toEqual(queueError('queue_unreachable'));
      redis.wake();
      const addUntilAccepted = async (): Promise<void> => {
        for (;;) {
          const added = await queue.add([event('b', 'two')]).catch(() => null);
          if (added !== null) return;
          await wait(20);
        }
      };
      await addUntilAccepted();
      expect(names(await leaseUntil(queue, 2)).sort()).toEqual(['a', 'b']);
      expect(await queue.counts()).toMatchObject({ waiting: 2, leased: 2 });
    });

    test('a primary that became a replica refuses, until it is one again', async () => {
      const redis = await startRedis();
      const queue = await openQueue({ url: redis.url });
      const client = connect(redis.url);
      await queue.add([event('a')]);
      await client.replicaof('127.0.0.1', 1);
      await expect(queue.add([event('b')])).rejects.toThrow('(READONLY)');
      await client.replicaof('NO', 'ONE');
      expect(names(await leaseUntil(queue, 1))).toEqual(['a']);
    });

    test('closing does not wait for it', async () => {
      const redis = await startRedis();
      const queue = await openQueue({ url: redis.url });
      await queue.add([event('a')]);
      await queue.lease(1);
      await redis.kill();
      await queue.close();
      await expect(queue.counts()).rejects.toEqual(queueError('queue_closed'));
    });
  });

  describe('when there is no room', () => {
    const many = Array.from({ length: 20 }, () => event('x'.repeat(7000)));
    const fill = async (queue: Queue): Promise<number> => {
      for (let added = 0; ; added += many.length) {
        try {
          await queue.add(many);
        } catch (error) {
          expect(error).toEqual(queueError('queue_full'));
          return added;
        }
      }
    };

    test('new events are refused in time to deliver those that were accepted', async () => {
      const { url } = await startRedis(['--maxmemory', '16mb']);
      const queue = await openQueue({ url });
      const added = await fill(queue);
      expect(added).toBeGreaterThan(100);
      expect(await queue.counts()).toMatchObject({ waiting: added });
      const [dead, later] = await queue.lease(2);
      await queue.bury([{ ...refused, lease: dead! }]);
      await queue.release([{ lease: later!, delayMs: dayMs, attempts: 1 }]);
      for (let leases = await queue.lease(20); leases.length > 0; leases = await queue.lease(20)) {
        await queue.acknowledge(leases);
      }
      expect(await queue.counts()).toMatchObject({ waiting: 1, leased: 0, dead: 1 });
      expect(await queue.add(many)).toMatchObject({ accepted: 20, duplicates: 0 });
    });

    test('what Redis itself refuses is refused', async () => {
      const { url } = await startRedis(['--maxmemory', '16mb']);
      const queue = await openQueue({ url, maxMemoryPercent: 100 });
      const added = await fill(queue);
      const { waiting } = await queue.counts();
      // Of the batch that did not fit, some may have.
      expect([waiting >= added, waiting < added + many.length]).toEqual([true, true]);
    });

    testOnSmallDisk('on the disk of Redis, nothing that was accepted is lost', async () => {
      const folder = smallDisk();
      const redis = await startRedis(['--appendfsync', 'everysec'], folder);
      const queue = await openQueue({ url: redis.url });
      let accepted = 0;
      const fillDisk = async (): Promise<void> => {
        for (; ; accepted++) await queue.add([event(`${accepted} ${'x'.repeat(5000)}`)]);
      };
      await expect(fillDisk()).rejects.toThrow('(MISCONF)');
      expect(accepted).toBeGreaterThan(20);
      growDisk(folder);
      const leases = await leaseUntil(queue, accepted);
      expect(names(leases).map((name) => Number(name.split(' ')[0]))).toEqual([...Array(accepted).keys()]);
      await queue.acknowledge(leases);
      expect(await queue.add([event('again')])).toMatchObject({ accepted: 1, duplicates: 0 });
    });
  });
});
