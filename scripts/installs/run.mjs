// Installs what npm would publish in empty folders, with every package manager, and uses it with every Node that must
// work. It needs a registry, and takes minutes. Everything is tried, also after a failure.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../workspaces.mjs';
import { checkTypes } from './check-types.mjs';
import { bringNode, newerNodes, oldestNode, oldestNodeOfCore } from './node-binaries.mjs';
import { bringTools, installTarballs, packageManagers } from './package-managers.mjs';
import { packPackages } from './pack-packages.mjs';
import { tryCore } from './try-core.mjs';
import { tryInstalled } from './try-installed.mjs';
import { tryMetro } from './try-metro.mjs';

const cache = join(root, '.cache/installs');
const scratch = mkdtempSync(join(tmpdir(), 'loop-adapters-installs-'));
const failed = [];

try {
  mkdirSync(cache, { recursive: true });
  const tools = await bringTools(cache);
  const versions = [oldestNode, ...newerNodes];
  const nodes = {};
  for (const version of [oldestNodeOfCore, ...versions]) nodes[version] = await bringNode(version, cache);
  const packed = await packPackages(scratch);

  const installs = [
    ...Object.keys(packageManagers).map((manager) => ({ manager, version: oldestNode })),
    ...newerNodes.map((version) => ({ manager: 'npm', version })),
  ];
  for (const { manager, version } of installs) {
    const folder = join(scratch, `${manager}-${version}`);
    const isInstalled = await step(`${manager} installs on Node ${version}`, () =>
      installTarballs(manager, { tools, node: nodes[version], folder, packed }),
    );
    if (!isInstalled) continue;
    for (const used of version === oldestNode ? versions : [version]) {
      await step(`  and it runs on Node ${used}`, () => tryInstalled(folder, nodes[used], packed));
    }
    if (manager === 'npm' && version === oldestNode) {
      await step(`  and the core runs on Node ${oldestNodeOfCore}`, () =>
        tryCore(folder, nodes[oldestNodeOfCore], packed),
      );
      await step('  TypeScript finds the types of every entry', () => checkTypes(folder));
      await step('  Metro without package exports bundles it', () => tryMetro(folder, tools));
    }
    rmSync(folder, { recursive: true, force: true });
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

if (failed.length > 0) {
  console.log(`${failed.length} failed`);
  process.exit(1);
}

async function step(name, run) {
  const start = process.hrtime.bigint();
  const seconds = () => (Number(process.hrtime.bigint() - start) / 1e9).toFixed(1);
  try {
    await run();
    console.log(`ok     ${name} (${seconds()} s)`);
    return true;
  } catch (error) {
    failed.push(name);
    console.log(`FAILED ${name} (${seconds()} s)\n${error.message}`);
    return false;
  }
}
