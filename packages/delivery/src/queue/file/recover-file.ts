import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { QueueError } from '../queue-error.js';
import type { Recovery } from '../recovery.js';
import { carryOver } from './carry-over.js';
import { hasLostHeader, pageBytes, sizeOf } from './file-header.js';
import type { FileQueueSettings } from './file-queue-settings.js';
import { openDatabase } from './open-database.js';
import { isGone, ownIdentity, type ProcessIdentity } from './process-identity.js';

/** Where SQLite keeps the number of pages of a file. */
const pagesAt = 28;

/** What a queue's file is called while it is made. From its last moment on it is the queue. */
const recoveredName = (file: string): string => `${file}.recovered`;

/** Ends a recovery that was killed between its last two steps. To be called before a file is opened. */
export function finishRecovery(file: string): void {
  if (!existsSync(file) && existsSync(recoveredName(file))) putInPlace(file, freeName(file));
}

/**
 * Puts a sound file in the place of a damaged one: what can be read of it is in it; the damaged one lies beside it under
 * a name of its own, and is as it was.
 *
 * @throws QueueError `queue_busy` if another process still works with the file
 */
export function recoverFile(settings: FileQueueSettings): Recovery {
  const { file, busyMs, leaseMs } = settings;
  const [copy, recovered] = [`${file}.copy`, recoveredName(file)];
  try {
    removeFiles(copy, recovered);
    for (const end of ['', '-wal']) if (existsSync(file + end)) copyFileSync(file + end, copy + end);
    const to = openDatabase({ file: recovered, busyMs });
    try {
      repairFirstPage(copy, recovered);
      const found = carryOver(copy, to, (holders) => {
        if (isInUse(file, holders, leaseMs)) throw new QueueError('queue_busy', 'the file is damaged');
      });
      to.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      to.close();
      const setAsideAs = freeName(file);
      renameSync(file, setAsideAs);
      putInPlace(file, setAsideAs);
      return { setAsideAs, ...found };
    } catch (error) {
      if (to.isOpen) to.close();
      removeFiles(recovered);
      throw error;
    }
  } finally {
    removeFiles(copy);
  }
}

function putInPlace(file: string, setAsideAs: string): void {
  if (existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${setAsideAs}-wal`);
  removeFiles(`${file}-shm`);
  renameSync(recoveredName(file), file);
}

function removeFiles(...files: readonly string[]): void {
  for (const file of files) for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
}

function freeName(file: string): string {
  for (let number = 1; ; number++) {
    const name = `${file}.damaged-${number}`;
    if (!existsSync(name) && !existsSync(`${name}-wal`)) return name;
  }
}

/**
 * A first page that lost its header is replaced by a new queue's: where the tables begin is the same in each. A file that
 * was cut is filled up with zeros to the length that it says, because SQLite reads nothing of it otherwise.
 */
function repairFirstPage(copy: string, sound: string): void {
  const bytes = sizeOf(copy);
  if (hasLostHeader(copy)) {
    const page = readStart(sound, pageBytes);
    page.writeUInt32BE(Math.max(1, Math.ceil(bytes / pageBytes)), pagesAt);
    const handle = openSync(copy, 'r+');
    writeSync(handle, page, 0, pageBytes, 0);
    closeSync(handle);
  }
  const header = readStart(copy, pagesAt + 4);
  // Also the number of pages may be damaged: a file of terabytes is none. One that is cut in its log is not longer.
  const said = header.length === pagesAt + 4 ? header.readUInt32BE(pagesAt) * pageBytes : 0;
  const whole = Math.ceil(sizeOf(copy) / pageBytes) * pageBytes;
  truncateSync(copy, said > whole && said < maxFilledBytes ? said : whole);
}

/** Zeros take no room on the disk. */
const maxFilledBytes = 2 ** 37;

function readStart(file: string, bytes: number): Buffer {
  const handle = openSync(file, 'r');
  try {
    const start = Buffer.alloc(bytes);
    return start.subarray(0, readSync(handle, start, 0, bytes, 0));
  } finally {
    closeSync(handle);
  }
}

/** Whether one of the processes that the file names still works with it, or wrote to it so lately that it may. */
function isInUse(file: string, holders: readonly ProcessIdentity[], leaseMs: number): boolean {
  const own = ownIdentity();
  const writtenMs = Math.max(
    ...[file, `${file}-wal`].map((one) => statSync(one, { throwIfNoEntry: false })?.mtimeMs ?? 0),
  );
  return holders.some(
    (holder) => isGone(holder, own) === false || (isGone(holder, own) === null && Date.now() - writtenMs < leaseMs),
  );
}
