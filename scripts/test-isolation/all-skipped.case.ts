// The first of the two files that isolated-environment.test.ts runs in one worker: Jest runs no hook of it.
import { once } from 'node:events';
import http from 'node:http';

http.get = () => {
  throw new Error('all-skipped.case.ts left this behind.');
};

describe.skip('a file whose every test is skipped', () => {
  it('has a test', async () => {
    await once(http.get('http://127.0.0.1/'), 'response');
  });
});
