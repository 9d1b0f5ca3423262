// The second file, in the same worker: nothing of the first one is left.
import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import nock from 'nock';

const server = http.createServer((_, response) => response.end('from this machine'));
afterAll(() => server.close());

it('reaches this machine and what nock answers for, and nothing else', async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  nock('https://example.com').get('/').reply(200, 'from nock');

  const [response] = (await once(http.get(url), 'response')) as [IncomingMessage];
  response.resume();
  expect(response.statusCode).toBe(200);
  expect(await (await fetch(url)).text()).toBe('from this machine');
  expect(await (await fetch('https://example.com/')).text()).toBe('from nock');
  await expect(fetch('https://example.org/')).rejects.toThrow('Disallowed net connect');
});
