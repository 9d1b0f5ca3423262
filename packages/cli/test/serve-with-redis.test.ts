import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { startSandbox, type Sandbox } from '@loop-adapters/delivery/sandbox';

import { startRedisProcess, type RedisProcess } from '@loop-adapters/testing/redis-process';
import { androidEvent, ordersOf, sourceHash } from './events.js';
import { runCli, startCli, type CliResult, type RunningCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const password = 'S3CRET-PASSWORD';
const writeKey = 'MY-APP';
const folder = temporaryFolder();

let redis: RedisProcess;
let env: Record<string, string>;
let loop: Sandbox;
let status = 200;
const relays: RunningCli[] = [];

/** Starts a relay, and returns where it listens. */
async function serve(): Promise<string> {
  const relay = startCli(['serve', '--port', '0', '--write-key', writeKey, '--endpoint', loop.endpoint], { env });
  relays.push(relay);
  const [, url = ''] = await relay.printed(/listens on (http:\S+)\./);
  return url;
}

async function stop(): Promise<CliResult[]> {
  const ended = relays.splice(0).map((relay) => {
    relay.child.kill('SIGTERM');
    return relay.ended;
  });
  return await Promise.all(ended);
}

async function post(url: string, first: number, count: number): Promise<unknown> {
  const batch = Array.from({ length: count }, (_, n) => androidEvent(first + n));
  const response = await fetch(`${url}/v1/batch`, { method: 'POST', body: JSON.stringify({ writeKey, batch }) });
  return [response.status, await response.json()];
}

const taken = (accepted: number): unknown => [
  200,
  { success: true, received: accepted, accepted, duplicate: 0, skipped: 0, invalid: 0, events: [], leftOut: [] },
];

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
if (!hasRedis) process.stderr.write('Skipped the tests with Redis: redis-server is not installed.\n');

(hasRedis ? describe : describe.skip)('loop-adapters with a queue in Redis', () => {
  beforeAll(async () => {
    redis = await startRedisProcess(folder(), ['--requirepass', password]);
    env = { LOOP_SOURCE_HASH: sourceHash, LOOP_REDIS_URL: redis.url.replace('://', `://:${password}@`) };
  });
  afterAll(() => redis.kill());
  beforeEach(async () => {
    status = 200;
    loop = await startSandbox({ answers: () => (status === 200 ? undefined : { kind: 'status', status }) });
  });
  afterEach(async () => {
    await stop();
    await loop.close();
  });

  it('several relays share their events, and the password is nowhere to be seen', async () => {
    const [one, two] = [await serve(), await serve()];
    expect(await Promise.all([post(one, 0, 50), post(two, 50, 50)])).toEqual([taken(50), taken(50)]);
    const commandLines = relays.map(({ child }) => readFileSync(`/proc/${String(child.pid)}/cmdline`, 'latin1'));
    const results = await stop();
    expect(results.map(({ code }) => code)).toEqual([0, 0]);
    expect(ordersOf(loop.requests()).sort((a, b) => a - b)).toEqual([...Array(100).keys()]);
    const shown = [...commandLines, ...results.flatMap(({ stdout, stderr }) => [stdout, stderr])].join('');
    expect(shown).toContain('serve');
    expect(shown).not.toContain(password);
  });

  it('dead-letters lists, shows, puts back and deletes', async () => {
    status = 400;
    const url = await serve();
    expect(await post(url, 200, 3)).toEqual(taken(3));
    const list = async (): Promise<string[]> => {
      const { stdout } = await runCli(['dead-letters', 'list', '--json'], { env });
      const lines = stdout.split('\n').filter((line) => line !== '');
      return lines.map((line) => (JSON.parse(line) as { key: string }).key);
    };
    let keys = await list();
    while (keys.length < 3) keys = await list();
    const [first = '', second = ''] = keys;

    const { stdout } = await runCli(['dead-letters', 'list'], { env });
    const [heading = '', line = ''] = stdout.split('\n');
    expect(heading.indexOf('Given up')).toBe(first.length + 2);
    expect(line.slice(first.length)).toMatch(/^ {2}\d{4}-/);
    const shown = await runCli(['dead-letters', 'show', first], { env });
    expect(shown.stdout).toContain(`Dead letter ${first}: refused (HTTP 400), given up after 1 try`);
    expect(await runCli(['dead-letters', 'drop', first], { env })).toEqual({
      code: 0,
      stdout: '1 dead letter deleted from the queue "events" in Redis.\n',
      stderr: '',
    });
    status = 200;
    expect(await runCli(['dead-letters', 'retry', second], { env })).toMatchObject({
      code: 0,
      stdout: '1 dead letter put back into the queue "events" in Redis.\n',
    });
    while (loop.counts().accepted < 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await list()).toEqual(keys.slice(2));
    expect((await runCli(['dead-letters', 'list', '--queue-name', 'other'], { env })).stderr).toBe('0 dead letters\n');
  });

  it.each([
    [
      'a wrong password',
      ['serve', '--write-key', 'A'],
      () => ({ ...env, LOOP_REDIS_URL: redis.url.replace('://', '://:WR0NG@') }),
      "The queue can't be opened. The queue could not be read or written. Check the disk, and the permissions of the file or of the Redis user. (WRONGPASS)\n",
    ],
    [
      'a Redis that is not there',
      ['dead-letters', 'list'],
      () => ({ LOOP_REDIS_URL: `redis://:${password}@127.0.0.1:1` }),
      'The queue "events" in Redis can\'t be opened. Redis does not answer. Check that it runs, and that this machine may reach it. (ECONNREFUSED)\n',
    ],
    [
      'what is no URL of a Redis',
      ['serve', '--write-key', 'A'],
      () => ({ ...env, LOOP_REDIS_URL: `https://:${password}@127.0.0.1` }),
      "The relay's settings can't be used:\n  queue.url (from LOOP_REDIS_URL): It must be the URL of a Redis, such as redis://127.0.0.1:6379, without a query.\n",
    ],
    [
      'the same where dead letters are dealt with',
      ['dead-letters', 'list', '--queue-name', 'a:b'],
      () => env,
      'The queue "a:b" in Redis can\'t be opened:\n  name: It must be a name of letters, digits, "_", "-" and ".".\n',
    ],
    [
      'a password in a flag',
      ['dead-letters', 'list', '--redis', `redis://:${password}@127.0.0.1`],
      () => ({}),
      '--redis must hold no password, because other people on this machine can see flags. Put the URL into LOOP_REDIS_URL.\n',
    ],
  ])('names %s, and shows no URL', async (_, args, environment, stderr) => {
    expect(await runCli(args, { env: environment() })).toEqual({ code: 2, stdout: '', stderr });
  });
});
