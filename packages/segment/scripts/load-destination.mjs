import { build } from 'esbuild';
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root, workspaces } from '../../../scripts/workspaces.mjs';

const require = createRequire(import.meta.url);
const core = workspaces.find(({ manifest }) => manifest.name === '@loop-adapters/core').directory;

/** The destination's definition as its sources are now. As CommonJS: Segment's package can't be loaded otherwise. */
export async function loadDestination() {
  const folder = join(root, '.cache', 'sources');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `segment-${process.pid}.cjs`);
  await build({
    entryPoints: ['src/loop/index.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    alias: {
      '@loop-adapters/core': join(core, 'src/index.ts'),
      '@loop-adapters/core/node': join(core, 'src/hash/node-hash.ts'),
    },
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
  try {
    return require(outfile).default;
  } finally {
    rmSync(outfile);
  }
}
