import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const root = join(__dirname, '..');
const { stdout } = spawnSync(process.execPath, [join(__dirname, 'release-assets.mjs')], { encoding: 'utf8' });
const files = stdout.trim().split('\n');

it('are the two files that people paste, as they were built', () => {
  expect(files.map((file) => basename(file))).toEqual(['destination-function.js', 'transformation.js']);
  expect(files.filter((file) => readFileSync(file, 'utf8').length < 10_000)).toEqual([]);
});

it.each(files)('%s can be downloaded by a link of its package’s README', (file) => {
  const { repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    repository: { url: string };
  };
  const address = repository.url.replaceAll(/^git\+|\.git$/g, '');
  const readme = readFileSync(join(dirname(dirname(file)), 'README.md'), 'utf8');
  expect(readme).toContain(`](${address}/releases/latest/download/${basename(file)})`);
});
