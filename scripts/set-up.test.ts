import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

it('says which Node it needs when this one is too old', () => {
  const pretend = 'Object.defineProperty(process.versions, "node", { value: "20.18.3" })';
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, join(__dirname, 'set-up.mjs')],
    { encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr:
      'Loop Adapters needs Node 20.19 or later, and this is Node 20.18.3. ' +
      'Install a newer one from https://nodejs.org and try again.\n',
  });
});
