import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

it('finds every made file up to date (else: npm run generate)', () => {
  const home = join(__dirname, '..');
  const script = join(home, 'scripts/generate.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { cwd: home, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
