import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';

/**
 * Builds a page as a user would, out of the packages as they are built.
 * @param root folder of the page
 * @param outDir folder for the result
 * @param variables environment variables; the page sees those that begin with `VITE_`
 */
export function buildWithVite(root: string, outDir: string, variables: Readonly<Record<string, string>> = {}): void {
  const vite = join(dirname(require.resolve('vite/package.json')), 'bin/vite.js');
  const args = [vite, 'build', root, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'];
  const env = { ...process.env, ...variables };
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`Vite could not build the page:\n${stderr}`);
}
