import { join } from 'node:path';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { temporaryFolder } from '@loop-adapters/testing/temporary-folder';
import { openDatabase } from './open-database.js';
import { WriteGroup } from './write-group.js';

const toClose: DatabaseSyncInstance[] = [];
afterEach(() => {
  for (const database of toClose.splice(0)) database.close();
});

function setUp(mode: 'full' | 'normal') {
  const database = openDatabase({ file: join(temporaryFolder(), 'queue.db'), busyMs: 1000 });
  toClose.push(database);
  const synchronous = database.prepare('SELECT synchronous FROM pragma_synchronous');
  /** What SQLite says of the transaction that it is asked in. */
  const ask = (): unknown => (synchronous.get() as { readonly synchronous: number }).synchronous;
  return {
    group: new WriteGroup(
      database,
      1000,
      mode,
      () => undefined,
      () => undefined,
    ),
    ask,
  };
}

const [normal, full] = [1, 2];

test('what must survive a power cut is brought to the disk, and what shares its transaction with it', async () => {
  const { group, ask } = setUp('full');
  const alone = [await group.writeUnsynced(ask), await group.write(ask), await group.writeUnsynced(ask)];
  const together = await Promise.all([group.writeUnsynced(ask), group.write(ask), group.writeUnsynced(ask)]);
  expect({ alone, together }).toEqual({ alone: [normal, full, normal], together: [full, full, full] });
});

test('with "normal" nothing waits for the disk', async () => {
  const { group, ask } = setUp('normal');
  expect([await group.write(ask), await group.writeUnsynced(ask)]).toEqual([normal, normal]);
});
