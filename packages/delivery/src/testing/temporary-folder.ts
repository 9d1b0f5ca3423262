import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: { readonly folder: string; readonly cleanUp: () => void }[] = [];

/** A new folder, which is removed after the test file's last test; `cleanUp` is called before. */
export function temporaryFolder(cleanUp: () => void = () => undefined): string {
  const folder = mkdtempSync(join(tmpdir(), 'loop-queue-'));
  made.push({ folder, cleanUp });
  return folder;
}

afterAll(() => {
  for (const { folder, cleanUp } of made.splice(0)) {
    cleanUp();
    rmSync(folder, { recursive: true });
  }
});
