import { spawnSync } from 'node:child_process';
import { temporaryFolder } from '@loop-adapters/testing/temporary-folder';

/** A disk of one megabyte, in memory. Only root can make one. */
export function smallDisk(): string {
  const folder = temporaryFolder(() => {
    // Lazily: SQLite lets go of its files when the garbage is collected.
    spawnSync('umount', ['-l', folder]);
  });
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  if (status !== 0) throw new Error('There is no small disk here.');
  return folder;
}

/** Makes room on it. */
export function growDisk(folder: string): void {
  spawnSync('mount', ['-o', 'remount,size=16m', folder]);
}

/** A test that needs a small disk; where none can be made, it says so in a line and is skipped. */
export const testOnSmallDisk = canMount() ? test : test.skip;

function canMount(): boolean {
  const folder = temporaryFolder();
  const can = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0;
  if (can) spawnSync('umount', [folder]);
  else process.stderr.write('Skipped the trial on a full disk: only root can mount a small one.\n');
  return can;
}
