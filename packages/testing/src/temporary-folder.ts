import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: { readonly folder: string; readonly cleanUp: () => unknown }[] = [];

/** A new folder, which is removed after the test file's last test; `cleanUp` is called before, and waited for. */
export function temporaryFolder(cleanUp: () => unknown = () => undefined): string {
  const folder = mkdtempSync(join(tmpdir(), 'loop-queue-'));
  made.push({ folder, cleanUp });
  return folder;
}

afterAll(async () => {
  for (const { folder, cleanUp } of made.splice(0)) {
    await cleanUp();
    rmSync(folder, { recursive: true });
  }
});
