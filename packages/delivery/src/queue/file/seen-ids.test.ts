import { join } from 'node:path';
import { temporaryFolder } from '@loop-adapters/testing/temporary-folder';
import { eventIdentity } from '../event-identity.js';
import { openDatabase } from './open-database.js';
import { SeenIds } from './seen-ids.js';
import { WriteGroup } from './write-group.js';

const toClose: (() => void)[] = [];
afterEach(() => {
  for (const close of toClose.splice(0)) close();
});

/** IDs of a file, as one process after another, or beside another, sees them. */
function open(file: string) {
  const database = openDatabase({ file, busyMs: 1000 });
  toClose.push(() => database.close());
  const seen = new SeenIds(database);
  const group = new WriteGroup(
    database,
    1000,
    'full',
    () => undefined,
    () => seen.reset(),
  );
  const note = (ids: readonly (string | null)[], nowMs: number, forgottenMs = 0): boolean[] =>
    seen.note(
      ids.map((id) => eventIdentity({ id, params: {} })),
      nowMs,
      forgottenMs,
    );
  return {
    seen,
    group,
    note,
    noteAlone: (...args: Parameters<typeof note>) => group.write(() => note(...args)),
    async moveAll(): Promise<number> {
      let bites = 1;
      while (await group.write(() => seen.moveSome())) bites++;
      return bites;
    },
    rowsOf: (table: string) => database.prepare(`SELECT count(*) AS rows FROM ${table}`).get() as unknown,
  };
}

const newFile = (): string => join(temporaryFolder(), 'queue.db');
const ids = (count: number, prefix = 'id'): string[] => Array.from({ length: count }, (_, n) => `${prefix} ${n}`);

test('an ID is new once, within a batch too; what has none is always new', async () => {
  const { noteAlone } = open(newFile());
  expect(await noteAlone(['a', null, 'b', 'a', null], 1)).toEqual([true, true, true, false, true]);
  expect(await noteAlone(['c', 'b', 'a'], 2)).toEqual([true, false, false]);
});

test('knows them wherever they are: in the log, on their way to the table, in the table', async () => {
  const { seen, group, noteAlone, moveAll, rowsOf } = open(newFile());
  const first = ids(10_000);
  expect(await noteAlone(first, 1)).toEqual(first.map(() => true));
  expect(await group.write(() => seen.moveSome())).toBe(true);
  expect(await noteAlone([...first, 'later'], 2)).toEqual([...first.map(() => false), true]);
  expect(await moveAll()).toBe(2);
  expect(await noteAlone([...first, 'later'], 3)).toEqual([...first, 'later'].map(() => false));
  expect([rowsOf('seen'), rowsOf('seen_log')]).toEqual([{ rows: 10_000 }, { rows: 1 }]);
  expect(await moveAll()).toBe(1);
  expect([rowsOf('seen'), rowsOf('seen_log')]).toEqual([{ rows: 10_001 }, { rows: 0 }]);
});

test('one that is forgotten is new again, wherever it is, and seen from then on', async () => {
  const { noteAlone, moveAll } = open(newFile());
  await noteAlone(['a', 'b'], 10);
  expect(await noteAlone(['a'], 20, 9)).toEqual([false]);
  expect(await noteAlone(['a'], 20, 10)).toEqual([true]);
  await moveAll();
  expect(await noteAlone(['a', 'b'], 30, 10)).toEqual([false, true]);
  await moveAll();
  expect(await noteAlone(['a', 'b'], 40, 20)).toEqual([true, false]);
});

test('is the same after a restart, and for two processes', async () => {
  const file = newFile();
  const [one, two] = [open(file), open(file)];
  await one.noteAlone(['a', 'b'], 1);
  expect(await two.noteAlone(['b', 'c'], 2)).toEqual([false, true]);
  expect(await one.noteAlone(['c', 'd'], 3)).toEqual([false, true]);
  await two.moveAll();
  await one.noteAlone(['e'], 4);
  expect(await open(file).noteAlone(['a', 'b', 'c', 'd', 'e', 'f'], 5)).toEqual([
    ...['a', 'b', 'c', 'd', 'e'].map(() => false),
    true,
  ]);
});

test('what was not written is not seen', async () => {
  const { group, note, noteAlone, seen, moveAll, rowsOf } = open(newFile());
  await noteAlone(['a'], 1);
  const undone = group.write(() => {
    note(['b'], 2);
    seen.moveSome();
    throw new Error('The disk is full.');
  });
  await expect(undone).rejects.toThrow();
  expect(await noteAlone(['a', 'b'], 3)).toEqual([false, true]);
  await moveAll();
  expect([rowsOf('seen'), rowsOf('seen_log')]).toEqual([{ rows: 2 }, { rows: 0 }]);
});

test('says when enough has come together', async () => {
  const { seen, noteAlone, moveAll } = open(newFile());
  await noteAlone(ids(49_999), 1);
  expect(seen.isFull).toBe(false);
  await noteAlone(['one more'], 2);
  expect(seen.isFull).toBe(true);
  await moveAll();
  expect(seen.isFull).toBe(false);
});
