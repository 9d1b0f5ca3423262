import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const home = join(__dirname, '../..');

/**
 * Builds the package as it is now, as `npm run build` does, into a folder of its own.
 * The folder is inside the package, so that what the build leaves outside is found from there.
 */
export function build(): { readonly folder: string; remove(): void } {
  const cache = join(home, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'build-'));
  execFileSync(process.execPath, [join(home, 'scripts/build.mjs'), folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}
