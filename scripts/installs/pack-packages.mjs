import { join } from 'node:path';
import { entriesOf, workspaces } from '../workspaces.mjs';
import { runProgram } from './run-program.mjs';

/**
 * Packs every package that is published, as they are built now.
 *
 * @param folder where the tarballs go; it must exist
 * @returns for each: name, version, tarball, peer dependencies, and what `exports` offer
 */
export async function packPackages(folder) {
  const packed = [];
  for (const workspace of workspaces.filter(({ manifest }) => manifest.private !== true)) {
    const { directory, manifest } = workspace;
    const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
    const { stdout } = await runProgram('npm', args, { cwd: directory });
    const [{ filename }] = JSON.parse(stdout);
    packed.push({
      name: manifest.name,
      version: manifest.version,
      tarball: join(folder, filename),
      peers: manifest.peerDependencies ?? {},
      entries: entriesOf(workspace),
    });
  }
  return packed;
}
