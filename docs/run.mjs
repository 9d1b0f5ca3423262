// Serves the documentation site while somebody writes (`serve`), or makes it into static files in docs/.vitepress/dist
// (`build`). Options go to VitePress: `npm run docs:build -- --base /loop-adapters/`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installApart } from '../scripts/install-apart.mjs';

const folder = import.meta.dirname;
const [command, ...options] = process.argv.slice(2);
const commands = { serve: 'dev', build: 'build' };
if (!Object.hasOwn(commands, command)) {
  console.error('Say what to do: serve or build.');
  process.exit(2);
}

installApart(folder, 'Installing what makes the site …');
const vitepress = join(folder, 'node_modules/vitepress/bin/vitepress.js');
const { status } = spawnSync(process.execPath, [vitepress, commands[command], folder, ...options], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
