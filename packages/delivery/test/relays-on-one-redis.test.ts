import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { startSandbox, type Sandbox } from '../src/sandbox/index.js';
import { hasRedis, startRedis } from '@loop-adapters/testing/start-redis';
import type { RelaySettingsInput } from '../src/relay/relay-settings.js';
import { startRelay } from '../src/relay/start-relay.js';
import { basic, writeKey } from './start-loop-and-relay.js';

const sourceHash = 'S0URCEHASH';

/** Nothing takes so long: a test that waits for more has failed. */
const patienceMs = 90_000;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function startLoop(...args: Parameters<typeof startSandbox>): Promise<Sandbox> {
  const loop = await startSandbox(...args);
  ends.push(() => loop.close());
  return loop;
}

/** Starts a relay in this process. Returns where it listens. */
async function startHere(loop: Sandbox, settings: Partial<RelaySettingsInput>, lines: string[] = []): Promise<string> {
  const logTo = { write: (line: string) => lines.push(line) };
  const relay = await startRelay(
    { sourceHash, endpoint: loop.endpoint },
    { port: 0, writeKeys: [writeKey], logLevel: 'trace', ...settings },
    { logTo },
  );
  ends.push(() => relay.close());
  return relay.url;
}

/** Starts a relay in a process of its own. */
async function startElsewhere(
  loop: Sandbox,
  settings: Partial<RelaySettingsInput>,
): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const program = join(__dirname, 'programs', 'run-relay.mjs');
  const all = [
    { sourceHash, endpoint: loop.endpoint },
    { port: 0, writeKeys: [writeKey], ...settings },
  ];
  const child = spawn(process.execPath, [program, ...all.map((part) => JSON.stringify(part))], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: patienceMs,
  });
  ends.push(() => child.kill('SIGKILL'));
  const [url] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: String(url).trim(), child };
}

const event = (name: string): object => ({
  type: 'track',
  event: name,
  messageId: `ana@example.com ${name}`,
  userId: 'ana@example.com',
  context: {
    app: { namespace: 'com.example.app' },
    device: { type: 'android', model: 'Pixel6', advertisingId: 'abcdef-1234-5678' },
    ip: '192.168.1.1',
    location: { country: 'AR' },
  },
  properties: { phone: '+54 9 11 5011-0123' },
});

/** Returns how many were accepted: the others had come before. */
async function sendBatch(url: string, names: readonly string[]): Promise<number> {
  const body = JSON.stringify({ batch: names.map(event) });
  const response = await fetch(`${url}/v1/batch`, { method: 'POST', headers: basic(writeKey), body });
  const { accepted, duplicate } = (await response.json()) as { accepted: number; duplicate: number };
  expect(accepted + duplicate).toBe(names.length);
  return accepted;
}

async function acceptedBy(loop: Sandbox, count: number): Promise<void> {
  const lastMs = performance.now() + patienceMs;
  while (loop.counts().accepted < count && performance.now() < lastMs) {
    await wait(10);
  }
}

const namesOf = (first: number, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `event ${String(first + n).padStart(5, '0')}`);

/** The names of the events that Loop has accepted. */
const arrivedAt = (loop: Sandbox): string[] =>
  loop
    .requests()
    .filter(({ answer }) => answer.status === 200)
    .map(({ params }) => params['value[event]'] ?? '');

(hasRedis ? describe : describe.skip)('relays on one Redis', () => {
  test('deliver each event once, and know the same IDs', async () => {
    const { url } = await startRedis();
    const loop = await startLoop({ latencyMs: 5 });
    const relays = [await startHere(loop, { queue: { url } }), await startHere(loop, { queue: { url } })];
    // Every event is sent to both.
    const accepted = await Promise.all(
      relays.flatMap((relay) => [0, 1, 2, 3].map((n) => sendBatch(relay, namesOf(100 * n, 100)))),
    );
    expect(accepted.reduce((sum, count) => sum + count)).toBe(400);
    await acceptedBy(loop, 400);
    for (const end of ends.splice(1).reverse()) await end();
    expect(arrivedAt(loop).sort()).toEqual(namesOf(0, 400));
  });

  test('a Redis with the settings of the page is one that the relay takes', async () => {
    const page = readFileSync(join(__dirname, '../../../docs/relay-with-redis.md'), 'utf8');
    const lines = (/```conf\n([\s\S]*?)```/.exec(page)?.[1] ?? '').trim().split('\n');
    const { url } = await startRedis(lines.flatMap((line) => `--${line}`.split(' ')));
    const loop = await startLoop();
    const relay = await startHere(loop, { queue: { url: url.replace('://', '://:PASSWORD@') } });
    await sendBatch(relay, ['one']);
    await acceptedBy(loop, 1);
    expect(arrivedAt(loop)).toEqual(['one']);
  });

  test('one takes over what another held when it was killed', async () => {
    const { url } = await startRedis();
    const loop = await startLoop({ latencyMs: 50, keep: 5000 });
    const queue = { url, leaseMs: 1000 };
    const killed = await startElsewhere(loop, { queue });
    await sendBatch(killed.url, namesOf(0, 1000));
    await acceptedBy(loop, 100);
    killed.child.kill('SIGKILL');
    await once(killed.child, 'exit');
    await startHere(loop, { queue });
    await acceptedBy(loop, 1000);
    while (new Set(arrivedAt(loop)).size < 1000) await wait(20);
    expect([...new Set(arrivedAt(loop))].sort()).toEqual(namesOf(0, 1000));
  });

  test('keep nothing raw: no source hash, no personal data, not even in an ID; and no password is in the log', async () => {
    const redis = await startRedis(['--requirepass', 'S3CRET']);
    const loop = await startLoop({ answers: () => ({ kind: 'status', status: 503 }) });
    const url = redis.url.replace('://', '://:S3CRET@');
    const lines: string[] = [];
    const relay = await startHere(loop, { queue: { url }, drainMs: 0 }, lines);
    await sendBatch(relay, namesOf(0, 20));
    while (!lines.some((line) => line.includes('tried again later'))) await wait(10);
    const client = new Redis(url);
    ends.push(() => client.quit());
    const values = await Promise.all(
      (await client.keys('*')).map(async (key) => {
        const type = await client.type(key);
        const read: Record<string, () => Promise<unknown>> = {
          string: () => client.get(key),
          hash: () => client.hgetall(key),
          list: () => client.lrange(key, 0, -1),
          set: () => client.smembers(key),
          zset: () => client.zrange(key, 0, -1, 'WITHSCORES'),
          stream: () => client.xrange(key, '-', '+'),
        };
        return [key, await read[type]?.()];
      }),
    );
    const files = readdirSync(redis.folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const bytes = files.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1'));
    const all = [JSON.stringify(values), ...bytes].join('');
    expect(all).toContain('value[ml_sh2]');
    for (const secret of [sourceHash, 'source_hash', 'ana@', 'example.com ', '5011-0123', '50110123', 'S3CRET']) {
      expect([secret, all.includes(secret)]).toEqual([secret, false]);
    }
    const log = lines.join('');
    for (const secret of [sourceHash, 'ana', '5011-0123', 'S3CRET', 'redis://']) {
      expect([secret, log.includes(secret)]).toEqual([secret, false]);
    }
  });
});
