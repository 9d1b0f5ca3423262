import { closeSync, openSync, writeSync } from 'node:fs';

const pageBytes = 4096;

/** Overwrites the beginning of each of some pages of a file, where it lies. */
export function damagePages(file: string, first: number, end: number): void {
  const handle = openSync(file, 'r+');
  for (let page = first; page < end; page++) writeSync(handle, Buffer.alloc(64, 0xff), 0, 64, pageBytes * page);
  closeSync(handle);
}

/** Overwrites a part of a file with zeros. */
export function zeroBytes(file: string, from: number, bytes: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(bytes), 0, bytes, from);
  closeSync(handle);
}
