import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

it('is no larger than the README says, and loads apart what is seldom needed', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(__dirname, '../scripts/size.mjs')], {
    encoding: 'utf8',
  });
  expect({ status, stderr, parts: stdout.match(/^\w+(?=: \d+ bytes gzipped)/gm) }).toEqual({
    status: 0,
    stderr: '',
    parts: ['plugin', 'pluginByTerser', 'countryNames', 'sentences', 'phone', 'oneFile'],
  });
});
