import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** "Loop" in ASCII: SQLite files say whose they are. */
export const applicationId = 0x4c6f6f70;

/** SQLite's for a new file. */
export const pageBytes = 4096;

const magic = Buffer.from('SQLite format 3\0', 'latin1');
const applicationIdAt = 68;

/**
 * Whether a file was a queue, as far as can be told, and its first page is damaged: its header is gone, but not what
 * stands behind it; or the whole page is zeros; or the file is empty although SQLite's log beside it is not.
 */
export function hasLostHeader(file: string): boolean {
  const page = firstPage(file);
  if (page === null) return false;
  if (page.length === 0) return sizeOf(`${file}-wal`) > 0;
  const [isSqlite, isQueue] = [page.subarray(0, magic.length).equals(magic), isOfQueue(page)];
  return isSqlite ? false : isQueue || page.every((byte) => byte === 0);
}

/** Whether the first page says that the file is a queue. */
export function isQueueFile(file: string): boolean {
  const page = firstPage(file);
  return page !== null && isOfQueue(page);
}

function isOfQueue(page: Buffer): boolean {
  const id = page.length >= applicationIdAt + 4 ? page.readUInt32BE(applicationIdAt) : 0;
  return id === applicationId || (page.includes('CREATE TABLE dead_letters') && page.includes('CREATE TABLE seen_log'));
}

/** Null if there is no file. */
function firstPage(file: string): Buffer | null {
  if (sizeOf(file) === -1) return null;
  const handle = openSync(file, 'r');
  try {
    const page = Buffer.alloc(pageBytes);
    return page.subarray(0, readSync(handle, page, 0, pageBytes, 0));
  } finally {
    closeSync(handle);
  }
}

/** In bytes; -1 if there is no file. */
export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? -1;
}
