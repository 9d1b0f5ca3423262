import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

it('is no larger than its limits, and loads the phone parser apart', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(__dirname, '../scripts/size.mjs')], {
    encoding: 'utf8',
  });
  expect({ status, stderr, parts: stdout.match(/^\w+(?=: \d{5} bytes gzipped)/gm) }).toEqual({
    status: 0,
    stderr: '',
    parts: ['plugin', 'pluginByTerser', 'phoneParser', 'oneFile'],
  });
});
