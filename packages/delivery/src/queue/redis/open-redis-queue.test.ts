import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Queue as JobQueue, type Job } from 'bullmq';
import { Redis } from 'ioredis';
import type { RedisProcess } from '@loop-adapters/testing/redis-process';
import { growDisk, smallDisk, testOnSmallDisk } from '../../../test/small-disk.js';
import { hasRedis, startRedis } from '@loop-adapters/testing/start-redis';
import type { DeadLetter } from '../dead-letters.js';
import type { Lease, Queue, QueueEvent } from '../queue.js';
import { eventIdentity } from '../event-identity.js';
import { bookDifference } from '../queue-books.js';
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

/** Tries again while Redis is on its way back. */
async function eventually<Result>(call: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await call();
    } catch {
      await wait(50);
    }
  }
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
      await queue.add([event('a', 'ana@example.com')]);
      await queue.bury((await leaseUntil(queue, 1)).map((lease) => ({ ...refused, lease })));
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
      expect(names(await leaseUntil(other, 1))).toEqual(['b']);
    });

    test('an ID stays known when its event is a dead letter and is dropped', async () => {
      const queue = await open();
      await queue.add([event('a', 'one')]);
      await queue.bury((await leaseUntil(queue, 1)).map((lease) => ({ ...refused, lease })));
      expect(await queue.deadLetters.drop()).toBe(1);
      expect(await queue.add([event('a', 'one')])).toMatchObject({ accepted: 0, duplicates: 1 });
      expect(await queue.counts()).toMatchObject({ waiting: 0, dead: 0 });
    });

    test('what somebody has put back is not dropped any more', async () => {
      const queue = await open();
      await queue.add([event('a'), event('b')]);
      await queue.bury((await leaseUntil(queue, 2)).map((lease) => ({ ...refused, lease })));
      const [a, b] = await listOf(queue.deadLetters.list());
      expect(await queue.deadLetters.retry({ keys: [a!.key] })).toBe(1);
      expect(await queue.deadLetters.drop({ keys: [a!.key, b!.key] })).toBe(1);
      expect(await queue.counts()).toMatchObject({ waiting: 1, dead: 0 });
      expect(names(await leaseUntil(queue, 1))).toEqual(['a']);
    });

    test('of thousands of events no key is left when they are delivered, but of their IDs', async () => {
      const queue = await open();
      await queue.add(Array.from({ length: 3000 }, (_, n) => event('x', `id ${n}`)));
      const leases = await leaseUntil(queue, 3000);
      await queue.bury(leases.slice(0, 50).map((lease) => ({ ...refused, lease })));
      await queue.acknowledge(leases.slice(50));
      expect(await queue.deadLetters.drop()).toBe(50);
      await queue.close();
      const redis = connect(shared.url);
      const prefix = `{loop.${name}}:`;
      const keys = (await redis.keys(`${prefix}*`)).map((key) => key.slice(prefix.length));
      const ofIds = keys.filter((key) => key.startsWith('id:'));
      expect(ofIds).toHaveLength(3000);
      expect(await redis.pttl(prefix + (ofIds[0] ?? ''))).toBeGreaterThan(dayMs - 60_000);
      expect(
        keys.filter((key) => !/^(id:.*|books|era|time|pieces:(events|id|marker|meta|stalled.*))$/.test(key)),
      ).toEqual([]);
    });
  });

  describe('a process that is killed while it adds', () => {
    const prefix = (): string => `{loop.${name}}:`;
    const first = event('a', 'one');
    const claimOf = (): string => `${prefix()}id:${eventIdentity(first)?.toString('base64url') ?? ''}`;

    test('before the piece is added: the ID was never seen', async () => {
      const queue = await open();
      const redis = connect(shared.url);
      await redis.set(claimOf(), 'gone-1-0-1');
      await redis.zadd(`${prefix()}claimed`, 1, 'gone-1-0-1');
      await redis.zadd(`${prefix()}added`, 1, 'gone-1-0-1');
      expect(await queue.add([first])).toMatchObject({ each: ['accepted'] });
      expect(await queue.add([first])).toMatchObject({ each: ['duplicate'] });
      await queue.acknowledge(await leaseUntil(queue, 1));
      await queue.tidy();
      expect(await queue.counts()).toMatchObject({ waiting: 0 });
      expect(await redis.zrange(`${prefix()}claimed`, 0, -1)).toEqual([]);
      expect(bookDifference(await queue.books())).toBe(0);
    });

    test('before it is confirmed: the event is kept once, and the one that delivers confirms it', async () => {
      const queue = await open();
      await queue.add([event('other')]);
      const redis = connect(shared.url);
      const jobs = new JobQueue('pieces', { connection: redis, prefix: `{loop.${name}}` });
      opened.push(jobs);
      const identity = eventIdentity(first)?.toString('base64url') ?? '';
      await redis.set(claimOf(), 'half-1-0-1');
      await redis.zadd(`${prefix()}claimed`, 1, 'half-1-0-1');
      await redis.zadd(`${prefix()}added`, 1, 'half-1-0-1');
      const piece = { at: Date.now(), events: [{ n: 0, p: first.params, i: identity }] };
      await jobs.add('piece', piece, { jobId: 'half-1-0-1', removeOnComplete: true });
      expect(await queue.add([first])).toMatchObject({ each: ['duplicate'] });
      const leases = await leaseUntil(queue, 2);
      expect(names(leases).sort()).toEqual(['a', 'other']);
      await queue.acknowledge(leases);
      expect(await queue.books()).toMatchObject({ accepted: 2, duplicates: 1, delivered: 2, waiting: 0 });
    });

    test('and comes back: of two pieces with one event, the one that has the claim delivers it', async () => {
      const queue = await open();
      const redis = connect(shared.url);
      await redis.set(claimOf(), 'slow-1-0-1');
      expect(await queue.add([first])).toMatchObject({ each: ['accepted'] });
      const jobs = new JobQueue('pieces', { connection: redis, prefix: `{loop.${name}}` });
      opened.push(jobs);
      const identity = eventIdentity(first)?.toString('base64url') ?? '';
      const piece = { at: Date.now(), events: [{ n: 0, p: first.params, i: identity }] };
      await jobs.add('piece', piece, { jobId: 'slow-1-0-1', removeOnComplete: true });
      await queue.acknowledge(await leaseUntil(queue, 1));
      while ((await jobs.getJobCountByTypes('wait', 'active')) > 0) await wait(10);
      expect(await queue.lease(5)).toEqual([]);
      expect(await queue.books()).toMatchObject({ accepted: 1, delivered: 1, waiting: 0 });
    });
  });

  test.each<[string, (bad: Job) => Promise<unknown>]>([
    ['is no piece', (bad) => bad.updateData({ at: 'ana@example.com' })],
    [
      'is no JSON',
      (bad) => connect(shared.url).hset(`{loop.${name}}:pieces:${bad.id}`, 'data', '{"at":ana@example.com'),
    ],
  ])('a job that %s is set aside, costs only itself, and is shown to nobody', async (_, damage) => {
    const queue = await open({ leaseMs: 1000 });
    await queue.add([event('good')]);
    const jobs = new JobQueue('pieces', { connection: connect(shared.url), prefix: `{loop.${name}}` });
    opened.push(jobs);
    await queue.add([event('ana@example.com'), event('b')]);
    const [bad] = (await jobs.getWaiting()).filter(({ data }) => JSON.stringify(data).includes('ana@'));
    await damage(bad!);
    const leases = await leaseUntil(queue, 1);
    await queue.acknowledge(leases);
    while ((await queue.counts()).waiting > 0) await wait(10);
    const letters = await listOf(queue.deadLetters.list());
    expect(letters.map(({ code, params }) => [code, params])).toEqual([
      ['unreadable', {}],
      ['unreadable', {}],
    ]);
    expect(await queue.deadLetters.retry()).toBe(0);
    expect(await queue.books()).toMatchObject({ accepted: 3, delivered: 1, waiting: 0, dead: 2 });
  });

  test('a queue of an older version is refused by name', async () => {
    await connect(shared.url).hset(`loop:${name}:meta`, { version: 'bullmq:5' });
    await expect(open()).rejects.toEqual(queueError('queue_outdated'));
  });

  describe('leases', () => {
    test('survive as long as their holder says that it is alive', async () => {
      // Its locks are renewed twice in that time: no machine is so busy that it stands still for half of it.
      const leaseMs = 4000;
      const [queue, other] = [await open({ leaseMs }), await open({ leaseMs })];
      await queue.add([event('a')]);
      const leases = await leaseUntil(queue, 1);
      await other.lease(1);
      await wait(1.5 * leaseMs);
      expect(await other.lease(1)).toEqual([]);
      await queue.acknowledge(leases);
      expect(await other.counts()).toMatchObject({ waiting: 0, leased: 0 });
    });

    /** Makes BullMQ believe that their holder was silent. */
    const silence = (leases: readonly Lease[]): Promise<number> =>
      connect(shared.url).del(
        leases.map(({ key }) => `{loop.${name}}:pieces:${key.slice(0, key.lastIndexOf('.'))}:lock`),
      );

    test('of a holder that was silent are handed to another, and each event is in the books once', async () => {
      const queue = await open({ leaseMs: 1500 });
      await queue.add([event('a', 'one'), event('b', 'two')]);
      const first = await leaseUntil(queue, 2);
      const other = await open({ leaseMs: 1500 });
      await other.lease(1);
      let theirs: readonly Lease[] = [];
      // Either of the two may be handed it again; the first goes on with what it holds.
      for (let turn = 0; turn < 3 && theirs.length === 0; turn++) {
        await silence(first);
        await wait(1500);
        theirs = await other.lease(5);
      }
      await queue.acknowledge(first);
      await other.acknowledge(theirs);
      expect(await other.counts()).toMatchObject({ waiting: 0, dead: 0 });
      expect(await other.books()).toMatchObject({ accepted: 2, delivered: 2 });
    });
  });

  test('a rate limit is one for all who share the queue', async () => {
    const [queue, other] = [await open({ maxRequestsPerSecond: 20 }), await open({ maxRequestsPerSecond: 20 })];
    await queue.add(Array.from({ length: 60 }, (_, n) => event(`event ${n}`)));
    await Promise.all([queue.lease(1), other.lease(1)]);
    const startMs = performance.now();
    const leases: Lease[] = [];
    while (leases.length < 55) {
      leases.push(...(await queue.lease(60)), ...(await other.lease(60)));
      await wait(10);
    }
    // 20 in each second that has begun.
    expect(performance.now() - startMs).toBeGreaterThan(1000);
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

  describe('a Redis that changes while the queue is open', () => {
    const faultOf = async (queue: Queue): Promise<string> => {
      while (queue.fault === null) await wait(20);
      return queue.fault.code;
    };

    test('and keeps nothing on disk any more, is noticed, until it does again', async () => {
      const redis = await startRedis();
      const queue = await openQueue({ url: redis.url });
      const client = connect(redis.url);
      await client.config('SET', 'appendonly', 'no');
      expect(await faultOf(queue)).toBe('queue_not_durable');
      await expect(queue.add([event('a')])).rejects.toEqual(queueError('queue_not_durable'));
      await client.config('SET', 'appendonly', 'yes');
      while (queue.fault !== null) await wait(20);
      expect(await queue.add([event('a')])).toMatchObject({ accepted: 1 });
    });

    test('and is emptied, is noticed, and refuses until it is opened again', async () => {
      const redis = await startRedis();
      const queue = await openQueue({ url: redis.url });
      const careless = await openQueue({ url: redis.url, acceptLoss: true });
      await connect(redis.url).flushall();
      expect([await faultOf(queue), await faultOf(careless)]).toEqual(['queue_lost', 'queue_lost']);
      await expect(queue.add([event('a')])).rejects.toEqual(queueError('queue_lost'));
      expect(await careless.add([event('a')])).toMatchObject({ accepted: 1 });
      const again = await openQueue({ url: redis.url });
      expect(await again.add([event('b')])).toMatchObject({ accepted: 1 });
    });
  });

  describe('a password', () => {
    test('is taken, and is in no error', async () => {
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
      const [a, b, c] = await leaseUntil(queue, 3);
      await redis.kill();
      const gone = queueError('queue_unreachable');
      await expect(queue.add([event('d', 'four')])).rejects.toEqual(gone);
      await expect(queue.acknowledge([a!])).rejects.toEqual(gone);
      await expect(queue.bury([{ ...refused, lease: b! }])).rejects.toEqual(gone);
      await expect(queue.counts()).rejects.toEqual(gone);
      await expect(queue.tidy()).rejects.toEqual(gone);
      await expect(queue.deadLetters.retry()).rejects.toEqual(gone);
      await redis.restart();
      await eventually(() => queue.acknowledge([a!, c!]));
      await eventually(() => queue.bury([{ ...refused, lease: b! }]));
      expect(await queue.add([event('d', 'four'), event('a', 'one')])).toMatchObject({ accepted: 1, duplicates: 1 });
      expect(await queue.counts()).toMatchObject({ waiting: 1, leased: 0, dead: 1 });
    });

    test('a Redis that is silent counts as gone, and what was tried meanwhile is not queued twice', async () => {
      const redis = await startRedis();
      const queue = await openQueue({ url: redis.url, timeoutMs: 300 });
      await queue.add([event('a', 'one')]);
      redis.freeze();
      await expect(queue.add([event('b', 'two')])).rejects.toEqual(queueError('queue_unreachable'));
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
      await leaseUntil(queue, 1);
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
      const [dead, later, ...rest] = await leaseUntil(queue, added);
      await queue.bury([{ ...refused, lease: dead! }]);
      await queue.release([{ lease: later!, delayMs: dayMs, attempts: 1 }]);
      await queue.acknowledge(rest);
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
