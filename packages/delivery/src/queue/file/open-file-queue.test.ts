import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { growDisk, smallDisk, testOnSmallDisk } from '../../../test/small-disk.js';
import { temporaryFolder } from '@loop-adapters/testing/temporary-folder';
import type { Clock } from '../../sender/clock.js';
import type { Queue, QueueEvent } from '../queue.js';
import { damagePages } from '../../../test/damage-file.js';
import { openFileQueue } from './open-file-queue.js';

const dayMs = 86_400_000;
const newFile = (): string => join(temporaryFolder(), 'queue.db');
const event = (name: string, id: string | null = null): QueueEvent => ({ id, params: { 'value[event]': name } });
const names = (items: readonly { readonly params: Readonly<Record<string, string>> }[]): string[] =>
  items.map(({ params }) => params['value[event]'] ?? '');
const queueError = (code: string): Error => expect.objectContaining({ name: 'QueueError', code }) as Error;

const open: Queue[] = [];
const openQueue = async (...args: Parameters<typeof openFileQueue>): Promise<Queue> => {
  const queue = await openFileQueue(...args);
  open.push(queue);
  return queue;
};
afterEach(() => Promise.all(open.splice(0).map((queue) => queue.close())));

test('its files are for their owner only, and the one alone is the whole queue after closing', async () => {
  const file = newFile();
  const queue = await openQueue({ file });
  await queue.add([event('a')]);
  const folder = join(file, '..');
  const modes = readdirSync(folder).map((name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]);
  expect(modes.sort()).toEqual([
    ['queue.db', '600'],
    ['queue.db-shm', '600'],
    ['queue.db-wal', '600'],
  ]);
  await queue.close();
  const copy = newFile();
  copyFileSync(file, copy);
  expect(names(await (await openQueue({ file: copy })).lease(1))).toEqual(['a']);
});

test('an ID is on disk as a digest only', async () => {
  const file = newFile();
  const queue = await openQueue({ file });
  await queue.add([event('a', 'ana@example.com')]);
  await queue.bury(
    (await queue.lease(1)).map((lease) => ({ lease, code: 'refused', httpStatus: 400, attempts: 1, message: '' })),
  );
  const bytes = ['', '-wal'].map((end) => readFileSync(file + end, 'latin1')).join('');
  expect(bytes).toContain('value[event]');
  expect(bytes).not.toContain('example.com');
});

test('leases survive as long as their holder says that it is alive, however many it holds', async () => {
  const file = newFile();
  const leaseMs = 1000;
  const queue = await openQueue({ file, leaseMs });
  await queue.add([event('a')]);
  await queue.lease(1);
  const other = await openQueue({ file, leaseMs });
  const leasedAtMs = Date.now();
  const database = new DatabaseSync(file, { readOnly: true });
  const beats = database.prepare('SELECT MIN(alive_ms) AS ms FROM holders');
  while ((beats.get() as { ms: number }).ms < leasedAtMs + leaseMs)
    await new Promise((resolve) => setTimeout(resolve, 5));
  database.close();
  expect(await other.lease(1)).toEqual([]);
});

test('a holder that was silent too long has lost its leases', async () => {
  const file = newFile();
  let nowMs = Date.now();
  const clock: Clock = { now: () => nowMs, after: () => () => undefined };
  const queue = await openQueue({ file }, { clock });
  await queue.add([event('a'), event('b')]);
  const [a, b] = await queue.lease(2);
  nowMs += 30_001;
  const other = await openQueue({ file }, { clock });
  expect(names(await other.lease(5))).toEqual(['a', 'b']);
  await queue.release([{ lease: a!, delayMs: 0, attempts: 1 }]);
  expect(await other.counts()).toMatchObject({ waiting: 2, leased: 2 });
  // Loop has it, whoever holds it.
  await queue.acknowledge([b!]);
  expect(await other.counts()).toMatchObject({ waiting: 1 });
});

describe('where somebody delivers', () => {
  const deliver = (queue: Queue): (() => void) => queue.onAdded(() => undefined);

  test('new events are held by it at once, and count as waiting until they are handed out', async () => {
    const file = newFile();
    const queue = await openQueue({ file });
    const other = await openQueue({ file });
    deliver(queue);
    await queue.add([event('a'), event('b'), event('c')]);
    expect(await other.lease(5)).toEqual([]);
    expect(await queue.counts()).toMatchObject({ waiting: 3, leased: 0 });
    const leases = await queue.lease(2);
    expect(names(leases)).toEqual(['a', 'b']);
    expect(await queue.counts()).toMatchObject({ waiting: 3, leased: 2 });
    await queue.release([{ lease: leases[0]!, delayMs: 0, attempts: 1 }]);
    await queue.acknowledge(leases.slice(1));
    expect(names(await queue.lease(5))).toEqual(['c']);
    expect(names(await other.lease(5))).toEqual(['a']);
  });

  test('new events do not overtake those that wait in the file', async () => {
    const queue = await openQueue({ file: newFile() });
    await queue.add([event('a'), event('b')]);
    deliver(queue);
    await queue.add([event('c')]);
    expect(names(await queue.lease(2))).toEqual(['a', 'b']);
    expect(names(await queue.lease(2))).toEqual(['c']);
  });

  test('more than fit into memory are handed out in their order', async () => {
    const queue = await openQueue({ file: newFile() });
    deliver(queue);
    const all = Array.from({ length: 12_500 }, (_, n) => `event ${String(n)}`);
    for (let from = 0; from < all.length; from += 500) {
      await queue.add(all.slice(from, from + 500).map((name) => event(name)));
    }
    const got: string[] = [];
    for (let some = await queue.lease(900); some.length > 0; some = await queue.lease(900)) {
      got.push(...names(some));
      await queue.acknowledge(some);
    }
    expect(got).toEqual(all);
    expect(await queue.counts()).toMatchObject({ waiting: 0, leased: 0 });
  });

  test('what another has taken over after a long silence is not handed out here too', async () => {
    const file = newFile();
    let nowMs = Date.now();
    const clock: Clock = { now: () => nowMs, after: () => () => undefined };
    const queue = await openQueue({ file }, { clock });
    deliver(queue);
    await queue.add([event('a'), event('b')]);
    nowMs += 30_001;
    const other = await openQueue({ file }, { clock });
    expect(names(await other.lease(1))).toEqual(['a']);
    expect(names(await queue.lease(5))).toEqual(['b']);
  });

  test('what nobody has taken over after a long silence is handed out here', async () => {
    let nowMs = Date.now();
    const clock: Clock = { now: () => nowMs, after: () => () => undefined };
    const queue = await openQueue({ file: newFile() }, { clock });
    deliver(queue);
    await queue.add([event('a')]);
    nowMs += 30_001;
    expect(names(await queue.lease(5))).toEqual(['a']);
  });
});

test('forgets IDs and dead letters when their time has come, and undelivered events never', async () => {
  let nowMs = Date.UTC(2026, 0, 1);
  const clock: Clock = { now: () => nowMs, after: () => () => undefined };
  const queue = await openQueue({ file: newFile(), duplicateHours: 2, deadLetterDays: 3 }, { clock });
  await queue.add([event('dead', 'one'), event('kept', 'two')]);
  const [lease] = await queue.lease(1);
  await queue.bury([{ lease: lease!, code: 'refused', httpStatus: 400, attempts: 1, message: '' }]);

  nowMs += 2 * 3_600_000 - 1;
  expect(await queue.add([event('dead', 'one')])).toMatchObject({ accepted: 0, duplicates: 1 });
  expect(await queue.tidy()).toEqual({ deadLetters: 0, ids: 0 });
  nowMs += 1;
  expect(await queue.add([event('dead', 'one')])).toMatchObject({ accepted: 1, duplicates: 0 });
  expect(await queue.tidy()).toEqual({ deadLetters: 0, ids: 1 });
  nowMs += 3 * dayMs;
  expect(await queue.tidy()).toEqual({ deadLetters: 1, ids: 1 });
  nowMs += 3650 * dayMs;
  expect(await queue.tidy()).toEqual({ deadLetters: 0, ids: 0 });
  expect(names(await queue.lease(5))).toEqual(['kept', 'dead']);
});

test('removes in bites, however much there is, and gives the room back', async () => {
  const file = newFile();
  const queue = await openQueue({ file });
  await queue.add(Array.from({ length: 12_000 }, (_, n) => event('x'.repeat(300), `id ${String(n)}`)));
  const leases = await queue.lease(12_000);
  await queue.bury(leases.map((lease) => ({ lease, code: 'refused', httpStatus: 400, attempts: 1, message: '' })));
  await queue.close();
  const before = statSync(file).size;
  const again = await openQueue({ file, maxDeadLetters: 1, duplicateHours: 0 });
  expect(await again.tidy()).toEqual({ deadLetters: 11_999, ids: 12_000 });
  await again.close();
  expect(statSync(file).size).toBeLessThan(before / 4);
});

describe('what can go wrong', () => {
  test('past "maxMegabytes" new events are refused, and all others can still be dealt with', async () => {
    const queue = await openQueue({ file: newFile(), maxMegabytes: 1 });
    const many = Array.from({ length: 100 }, () => event('x'.repeat(1000)));
    let added = 0;
    const fill = async (): Promise<void> => {
      for (;;) added += (await queue.add(many)).accepted;
    };
    await expect(fill()).rejects.toEqual(queueError('queue_full'));
    expect(await queue.counts()).toMatchObject({ waiting: added });
    const leases = await queue.lease(added);
    await queue.bury(
      leases.slice(0, 1).map((lease) => ({ lease, code: 'refused', httpStatus: 400, attempts: 1, message: '' })),
    );
    await queue.acknowledge(leases.slice(1));
    expect(await queue.add(many)).toMatchObject({ accepted: 100, duplicates: 0 });
  });

  test('a disk that fills up refuses new events in time to deliver those that were accepted', async () => {
    const { bavail, bsize } = statfsSync(temporaryFolder());
    const minFreeMegabytes = Math.ceil((2 * bavail * bsize) / 1_048_576);
    const full = await openQueue({ file: join(temporaryFolder(), 'queue.db'), minFreeMegabytes });
    await expect(full.add([event('a')])).rejects.toEqual(queueError('queue_full'));
    expect(await full.counts()).toMatchObject({ waiting: 0 });
  });

  testOnSmallDisk('on a full disk nothing that was accepted is lost', async () => {
    const folder = smallDisk();
    const queue = await openQueue({ file: join(folder, 'queue.db'), minFreeMegabytes: 0 });
    const accepted: string[] = [];
    const fill = async (): Promise<void> => {
      for (let n = 0; ; n++) {
        await queue.add([event(`${n} ${'x'.repeat(5000)}`)]);
        accepted.push(String(n));
      }
    };
    await expect(fill()).rejects.toEqual(queueError('queue_full'));
    expect(accepted.length).toBeGreaterThan(20);
    growDisk(folder);
    const leases = await queue.lease(10_000);
    expect(names(leases).map((name) => name.split(' ')[0])).toEqual(accepted);
    await queue.acknowledge(leases);
    expect(await queue.add([event('again')])).toMatchObject({ accepted: 1, duplicates: 0 });
  });

  test('another program that holds the file delays, and is named if it does not let go', async () => {
    const file = newFile();
    const queue = await openQueue({ file, busyMs: 100 });
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(queue.add([event('a')])).rejects.toEqual(queueError('queue_busy'));
    const late = queue.add([event('b')]);
    other.exec('COMMIT');
    other.close();
    expect(await late).toMatchObject({ accepted: 1, duplicates: 0 });
    expect(names(await queue.lease(5))).toEqual(['b']);
  });

  test.each(['deleted', 'replaced'])('a file that was %s is noticed before the next event is accepted', async (how) => {
    const file = newFile();
    const queue = await openQueue({ file });
    await queue.add([event('a')]);
    rmSync(file);
    if (how === 'replaced') writeFileSync(file, '');
    await expect(queue.add([event('b')])).rejects.toEqual(queueError('queue_lost'));
    expect(queue.fault?.code).toBe('queue_lost');
    // What was accepted can still be delivered.
    expect(names(await queue.lease(5))).toEqual(['a']);
  });

  test('a row that is damaged is set aside, costs only itself, and is shown to nobody', async () => {
    const file = newFile();
    const queue = await openQueue({ file });
    await queue.add([event('a'), event('ana@example.com'), event('c')]);
    const other = new DatabaseSync(file);
    other.exec(`UPDATE events SET params = replace(params, '":"ana', '":#ana')`);
    other.close();
    const leases = await queue.lease(5);
    expect(names(leases)).toEqual(['a', 'c']);
    await queue.acknowledge(leases);
    const letters: unknown[] = [];
    for await (const { code, params } of queue.deadLetters.list()) letters.push([code, params]);
    expect(letters).toEqual([['unreadable', {}]]);
    expect(await queue.deadLetters.retry()).toBe(0);
    expect(await queue.books()).toMatchObject({ accepted: 3, delivered: 2, waiting: 0, dead: 1 });
  });

  test('pages that are damaged while the queue is open are said, not only to whoever takes events out', async () => {
    const file = newFile();
    const before = await openQueue({ file });
    await before.add(Array.from({ length: 500 }, () => event('x'.repeat(900))));
    await before.close();
    const queue = await openQueue({ file });
    damagePages(file, 40, 80);
    const other = new DatabaseSync(file);
    // What another process writes makes this one read the file again.
    other.exec('UPDATE time SET wall_ms = wall_ms + 1');
    other.close();
    await expect(queue.lease(500)).rejects.toEqual(queueError('queue_damaged'));
    expect(queue.fault?.code).toBe('queue_damaged');
  });

  test('a process in another container with the same name and number keeps what it holds', async () => {
    const file = newFile();
    const queue = await openQueue({ file });
    await queue.add([event('a')]);
    await queue.lease(1);
    const database = new DatabaseSync(file);
    database.exec(`UPDATE holders SET process = json_set(process, '$.space', 'pid:[1]')`);
    database.close();
    expect(await (await openQueue({ file })).lease(1)).toEqual([]);
  });

  test('a file of version 2 is brought to this one, and one of a version that nobody knows is refused by name', async () => {
    const file = newFile();
    const queue = await openQueue({ file });
    await queue.add([event('a'), event('b')]);
    await queue.close();
    const database = new DatabaseSync(file);
    database.exec(`
      DROP TABLE books; DROP TABLE time; DROP TABLE holders;
      CREATE TABLE holders (id INTEGER PRIMARY KEY AUTOINCREMENT, host TEXT, pid INTEGER, alive_ms INTEGER);
      PRAGMA user_version = 2;`);
    const again = await openQueue({ file });
    expect(await again.books()).toMatchObject({ accepted: 2, waiting: 2 });
    expect(names(await again.lease(5))).toEqual(['a', 'b']);
    await again.close();
    database.exec('PRAGMA user_version = 77');
    database.close();
    await expect(openFileQueue({ file })).rejects.toThrow('(version 77 of its file)');
  });

  test('SQLite is one without the fault in its write-ahead log', () => {
    const database = new DatabaseSync(':memory:');
    const { version } = database.prepare('SELECT sqlite_version() AS version').get() as { readonly version: string };
    database.close();
    const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
    expect(major * 1_000_000 + minor * 1000 + patch).toBeGreaterThanOrEqual(3_051_003);
  });

  test('a file of something else is left alone', async () => {
    const folder = temporaryFolder();
    const text = join(folder, 'notes.txt');
    writeFileSync(text, 'Not a database, and long enough to be sure of it: '.repeat(100));
    const database = join(folder, 'other.db');
    const other = new DatabaseSync(database);
    other.exec('CREATE TABLE things (name TEXT)');
    other.close();
    for (const file of [text, database]) {
      const before = readFileSync(file);
      await expect(openFileQueue({ file })).rejects.toEqual(queueError('queue_damaged'));
      expect(readFileSync(file)).toEqual(before);
    }
  });

  test('a folder that is not there', async () => {
    const file = join(temporaryFolder(), 'gone', 'queue.db');
    await expect(openFileQueue({ file })).rejects.toThrow(
      'The queue could not be read or written. Check the disk, and the permissions of the file or of the Redis user. (ENOENT)',
    );
    expect(existsSync(file)).toBe(false);
  });

  test('wrong settings are named, all of them', async () => {
    const wrong = { maxMegabytes: 0, synchronous: 'off', keep: 1 } as unknown as Parameters<typeof openFileQueue>[0];
    const problems = await openFileQueue(wrong).catch((error: unknown) => (error as { problems: unknown }).problems);
    expect(problems).toEqual([
      { path: 'file', message: 'It is missing.' },
      { path: 'synchronous', message: 'It must be "full" or "normal".' },
      { path: 'maxMegabytes', message: 'It must be a whole number from 1 to 1000000.' },
      { path: 'keep', message: expect.stringMatching(/^There is no such setting\. Known here: file, /) as unknown },
    ]);
  });
});
