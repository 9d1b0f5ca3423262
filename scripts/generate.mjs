// Puts the repository's address where it is used, and runs the `generate` script of every package that has one; with
// --check it only says which made files are out of date.
import { spawnSync } from 'node:child_process';
import { root, workspaces } from './workspaces.mjs';

const args = process.argv.slice(2);
const address = spawnSync(process.execPath, ['scripts/repository-address.mjs', ...args], {
  cwd: root,
  stdio: 'inherit',
});
const failed = workspaces
  .filter(({ manifest }) => manifest.scripts?.generate)
  .filter(({ manifest }) => {
    const command = ['run', 'generate', '--silent', '--workspace', manifest.name, '--', ...args];
    return spawnSync('npm', command, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status !== 0;
  });
process.exit(failed.length === 0 && address.status === 0 ? 0 : 1);
