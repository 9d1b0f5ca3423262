import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, statSync, truncateSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { temporaryFolder } from '@loop-adapters/testing/temporary-folder';
import { damagePages, zeroBytes } from '../../../test/damage-file.js';
import { bookDifference } from '../queue-books.js';
import type { Queue, QueueEvent } from '../queue.js';
import { openFileQueue } from './open-file-queue.js';

const events: readonly QueueEvent[] = Array.from({ length: 500 }, (_, n) => ({
  id: `message ${String(n)}`,
  params: { uid: 'A', 'value[event]': `event ${String(n)}`, 'value[text]': 'x'.repeat(900) },
}));

const open: Queue[] = [];
const openQueue = async (file: string): Promise<Queue> => {
  const queue = await openFileQueue({ file });
  open.push(queue);
  return queue;
};
afterEach(() => Promise.all(open.splice(0).map((queue) => queue.close())));

/** A file of 500 events: two are dead letters, and three were delivered. */
async function makeFile(): Promise<string> {
  const file = join(temporaryFolder(), 'queue.sqlite');
  const queue = await openQueue(file);
  await queue.add(events);
  const leases = await queue.lease(5);
  await queue.bury(
    leases
      .slice(0, 2)
      .map((lease) => ({ lease, code: 'refused', httpStatus: 400, attempts: 1, message: 'Loop answered 400.' })),
  );
  await queue.acknowledge(leases.slice(2));
  await queue.close();
  return file;
}

async function deliverAll(queue: Queue): Promise<Set<string>> {
  const delivered = new Set<string>();
  for (let some = await queue.lease(100); some.length > 0; some = await queue.lease(100)) {
    for (const { params } of some) {
      expect(delivered.has(params['value[event]'] ?? '')).toBe(false);
      delivered.add(params['value[event]'] ?? '');
    }
    await queue.acknowledge(some);
  }
  return delivered;
}

/** The file of a process that runs, or that was killed: what it wrote last is in SQLite's log only. */
async function copyWhileOpen({ isKilled }: { readonly isKilled: boolean }): Promise<string> {
  const file = join(temporaryFolder(), 'open.sqlite');
  const queue = await openQueue(file);
  await queue.add(events);
  if (isKilled) {
    const database = new DatabaseSync(file);
    database.exec(`UPDATE holders SET process = json_set(process, '$.started', 'long ago')`);
    database.close();
  }
  const copy = join(temporaryFolder(), 'queue.sqlite');
  for (const end of ['', '-wal']) copyFileSync(file + end, copy + end);
  await queue.close();
  return copy;
}

describe('a damaged file is set aside as it was, and nothing is lost that can be read', () => {
  test.each<[string, (file: string) => void]>([
    ['its header is zeros', (file) => zeroBytes(file, 0, 100)],
    ['its first page is zeros', (file) => zeroBytes(file, 0, 4096)],
  ])('%s: nothing is lost', async (_, damage) => {
    const file = await makeFile();
    damage(file);
    const bytes = readFileSync(file);
    const queue = await openQueue(file);
    expect(queue.recovery).toEqual({ setAsideAs: `${file}.damaged-1`, events: 495, deadLetters: 2, lost: 0 });
    expect(readFileSync(`${file}.damaged-1`).equals(bytes)).toBe(true);
    expect(await queue.books()).toEqual({
      ...{ accepted: 500, duplicates: 0, delivered: 3, waiting: 495, dead: 2, removed: 0 },
    });
    // What was seen stays seen.
    expect(await queue.add(events)).toMatchObject({ accepted: 0, duplicates: 500 });
    expect((await deliverAll(queue)).size).toBe(495);
    await queue.close();
    expect((await openQueue(file)).recovery).toBeNull();
    expect(readdirSync(dirname(file)).filter((name) => !/-(shm|wal)$/.test(name))).toEqual([
      'queue.sqlite',
      'queue.sqlite.damaged-1',
    ]);
  });

  test.each<[string, (file: string) => void]>([
    ['pages are overwritten', (file) => damagePages(file, 40, 60)],
    ['it is cut', (file) => truncateSync(file, Math.ceil(statSync(file).size / 2))],
  ])('%s: it costs what stood there, and the books balance', async (_, damage) => {
    const file = await makeFile();
    damage(file);
    const queue = await openQueue(file);
    const { events: waiting = 0, deadLetters = 0, lost = 0 } = queue.recovery ?? {};
    expect(waiting).toBeGreaterThan(150);
    expect(lost).toBeGreaterThan(0);
    expect(waiting + deadLetters + lost).toBe(497);
    const books = await queue.books();
    expect(bookDifference(books)).toBe(0);
    expect(books).toMatchObject({ accepted: 500, delivered: 3, waiting, dead: deadLetters + lost });
    // A row at the edge of the damage may be there and say nothing any more.
    const delivered = (await deliverAll(queue)).size;
    expect(delivered).toBeGreaterThan(150);
    const after = await queue.books();
    expect(after).toMatchObject({ delivered: 3 + delivered, waiting: 0, dead: 497 - delivered });
    expect(bookDifference(after)).toBe(0);
  });

  test.each<[string, (file: string) => void]>([
    ['the file is cut to nothing', (file) => truncateSync(file, 0)],
    ['the header of the file is zeros', (file) => zeroBytes(file, 0, 100)],
  ])('what stands in the log of SQLite is carried over if %s', async (_, damage) => {
    const file = await copyWhileOpen({ isKilled: true });
    damage(file);
    const queue = await openQueue(file);
    expect(queue.recovery).toMatchObject({ events: 500, lost: 0 });
    expect((await deliverAll(queue)).size).toBe(500);
    expect(existsSync(`${file}.damaged-1-wal`)).toBe(true);
  });

  test('a log that is cut costs what was written after the cut', async () => {
    const file = await copyWhileOpen({ isKilled: true });
    truncateSync(`${file}-wal`, statSync(`${file}-wal`).size - 100);
    const queue = await openQueue(file);
    expect(bookDifference(await queue.books())).toBe(0);
    expect(await queue.add(events)).toMatchObject({ accepted: expect.any(Number) as number });
    expect((await deliverAll(queue)).size).toBe(500);
  });
});

test('a recovery that was killed before its last step is ended by the next start', async () => {
  const file = await makeFile();
  renameSync(file, `${file}.recovered`);
  const queue = await openQueue(file);
  expect((await deliverAll(queue)).size).toBe(495);
  expect(readdirSync(dirname(file))).not.toContain(`${basename(file)}.recovered`);
});

test('a damaged file that another process works with is not taken from it', async () => {
  const file = await copyWhileOpen({ isKilled: false });
  zeroBytes(file, 0, 100);
  const bytes = readFileSync(file);
  await expect(openFileQueue({ file })).rejects.toMatchObject({ code: 'queue_busy' });
  expect(readFileSync(file).equals(bytes)).toBe(true);
  expect(readdirSync(dirname(file))).toEqual(['queue.sqlite', 'queue.sqlite-wal']);
});
