import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { startSandbox, type Sandbox } from '@loop-adapters/delivery/sandbox';

import { androidEvent, ordersOf, sourceHash } from './events.js';
import { runCli, startCli, type CliResult, type RunningCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const writeKey = 'SECRET-WRITE-KEY';
let loop: Sandbox;
let running: RunningCli | null = null;
let queues = 0;

beforeEach(async () => {
  loop = await startSandbox();
});
afterEach(async () => {
  if (running !== null) await stop('SIGKILL');
  await loop.close();
});

/** Where the administration of the relay that runs listens. */
let adminUrl = '';

/** Starts the relay on a queue of its own, and returns where it listens. */
async function serve(
  flags: readonly string[] = [],
  env: Record<string, string> = { LOOP_WRITE_KEYS: writeKey },
  queue = path.join(folder(), `queue-${String(queues++)}.sqlite`),
): Promise<string> {
  running = startCli(['serve', '--port', '0', '--queue', queue, '--endpoint', loop.endpoint, ...flags], {
    env: { LOOP_SOURCE_HASH: sourceHash, ...env },
  });
  const [, url = ''] = await running.printed(/listens on (http:\S+)\./);
  [, adminUrl = ''] = await running.printed(/Metrics: (http:\S+)\/metrics/);
  return url;
}

async function stop(signal: NodeJS.Signals): Promise<CliResult> {
  running?.child.kill(signal);
  const result = await running!.ended;
  running = null;
  return result;
}

async function post(url: string, events: readonly unknown[]): Promise<unknown> {
  const response = await fetch(`${url}/v1/batch`, {
    method: 'POST',
    body: JSON.stringify({ writeKey, batch: events }),
  });
  return [response.status, await response.json()];
}

/** The log's lines without what differs from run to run. */
function logOf(stdout: string): unknown[] {
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const {
        time: _,
        name: __,
        port: ___,
        adminPort: ____,
        durationMs: _____,
        ...rest
      } = JSON.parse(line) as Record<string, unknown>;
      return rest;
    });
}

describe('loop-adapters serve', () => {
  it('takes, delivers, and ends on SIGTERM with 0 after everything is delivered', async () => {
    const url = await serve();
    const events = Array.from({ length: 200 }, (_, number) => androidEvent(number));
    expect(await post(url, events)).toEqual([
      200,
      { success: true, received: 200, accepted: 200, duplicate: 0, skipped: 0, invalid: 0, events: [], leftOut: [] },
    ]);
    const { code, stdout, stderr } = await stop('SIGTERM');
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        `The relay listens on ${url}. Point Segment's and RudderStack's SDKs at it.\n` +
        `Apps that send Loop's own form: ${url}/WRITE-KEY/mobile\n` +
        `State: ${url}/readyz   Metrics: ${adminUrl}/metrics\n` +
        'New write keys or source hashes: change the settings and send SIGHUP. End: Ctrl-C\n' +
        'Stopping: no new requests; what waits is being delivered.\n' +
        'Stopped. Everything that was accepted is delivered.\n',
    });
    expect(logOf(stdout)).toEqual([
      { level: 30, msg: 'listening' },
      { level: 30, msg: 'draining' },
      { level: 30, queued: 0, msg: 'stopped' },
    ]);
    expect(ordersOf(loop.requests()).sort((a, b) => a - b)).toEqual(events.map((_, number) => number));
  });

  it('keeps what Loop does not take, and delivers it after the next start', async () => {
    const queue = path.join(folder(), 'kept.sqlite');
    const { endpoint } = loop;
    await loop.close();
    const url = await serve(['--drain', '0'], undefined, queue);
    expect(await post(url, [androidEvent(1), androidEvent(2)])).toMatchObject([200, { accepted: 2 }]);
    const { code, stderr } = await stop('SIGTERM');
    expect([code, stderr.trim().split('\n').at(-1)]).toEqual([
      0,
      'Stopped. 2 events are kept and go out after the next start.',
    ]);

    loop = await startSandbox({ port: Number(new URL(endpoint).port) });
    await serve([], undefined, queue);
    while (loop.counts().total < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    expect((await stop('SIGTERM')).code).toBe(0);
    expect(ordersOf(loop.requests()).sort()).toEqual([1, 2]);
  });

  it('takes settings from flags, then variables, then the file', async () => {
    const config = path.join(folder(), 'loop.config.json');
    const file = { country: 'AR', serve: { writeKeys: ['FROM-FILE'], logLevel: 'debug', limits: { eventBytes: 10 } } };
    writeFileSync(config, JSON.stringify(file));
    const url = await serve(['--config', config, '--max-event', '32768'], { LOOP_WRITE_KEYS: `OTHER,${writeKey}` });
    expect(await post(url, [{ ...androidEvent(), context: { ...contextOf(androidEvent()), locale: 'es' } }])).toEqual([
      200,
      { success: true, received: 1, accepted: 1, duplicate: 0, skipped: 0, invalid: 0, events: [], leftOut: [] },
    ]);
    const { stdout } = await stop('SIGTERM');
    expect(logOf(stdout)).toContainEqual({ level: 20, route: '/v1/batch', status: 200, msg: 'request' });
  });

  it('reads write keys and source hashes again on SIGHUP; what is wrong is said, and the old ones stay', async () => {
    const config = path.join(folder(), 'reload.config.json');
    const write = (keys: readonly string[]): void => {
      writeFileSync(config, JSON.stringify({ serve: { writeKeys: keys } }));
    };
    const statusOf = async (url: string, key: string): Promise<number> => {
      const body = JSON.stringify({ writeKey: key, batch: [androidEvent()] });
      return (await fetch(`${url}/v1/batch`, { method: 'POST', body })).status;
    };
    write(['OLD']);
    const url = await serve(['--config', config], {});
    expect([await statusOf(url, 'OLD'), await statusOf(url, 'NEW')]).toEqual([200, 401]);
    write(['a/b']);
    running?.child.kill('SIGHUP');
    await running?.printed(/could not be read again; the old ones stay\. [\s\S]*writeKeys\.0/);
    expect(await statusOf(url, 'OLD')).toBe(200);
    write(['NEW']);
    running?.child.kill('SIGHUP');
    await running?.printed(/The settings were read again\./);
    expect([await statusOf(url, 'OLD'), await statusOf(url, 'NEW')]).toEqual([401, 200]);
    expect((await stop('SIGTERM')).code).toBe(0);
  });

  it.each([
    [
      'no write key',
      [],
      {},
      'No write key is set, so nobody could send. Make one up and give it with --write-key, or with LOOP_WRITE_KEYS.\n',
    ],
    [
      'wrong settings',
      ['--write-key', 'a/b', '--port', '70000'],
      { LOOP_LOG_LEVEL: 'loud' },
      "The relay's settings can't be used:\n" +
        '  port (from --port): It must be a whole number from 0 to 65535.\n' +
        '  writeKeys.0 (from --write-key): It must be a write key of letters, digits, "_", "-", "." and "~".\n' +
        '  logLevel (from LOOP_LOG_LEVEL): It must be "trace", "debug", "info", "warn", "error" or "silent".\n',
    ],
  ])('%s: ends with 2 and says what to do', async (_, flags, env, stderr) => {
    const result = await runCli(['serve', '--queue', path.join(folder(), 'x.sqlite'), ...flags], {
      env: { LOOP_SOURCE_HASH: sourceHash, ...env },
    });
    expect(result).toEqual({ code: 2, stdout: '', stderr });
  });
});

describe("a person's data and secrets", () => {
  const email = 'planted.person@example.com';
  const planted = [email, '+54 9 11 5119-0123', '4111 1111 1111 1111', '34.848.988'];
  /** Anything of them, in any spelling. */
  const parts = [
    'planted.person',
    'planted_person',
    '51190123',
    '5119-0123',
    '4111111111111111',
    '1111 1111',
    '34848988',
    '34.848',
  ];

  function eventsWith(secret: string): unknown[] {
    const base = androidEvent();
    const context = contextOf(base);
    return [
      { ...base, messageId: secret },
      { ...base, messageId: null, event: `Call ${secret}` },
      {
        ...base,
        messageId: 1,
        properties: { note: `Ask ${secret}`, [secret]: 'x', list: [secret], deep: { er: { x: secret } } },
      },
      {
        ...base,
        messageId: 2,
        context: { ...context, traits: { email: secret, phone: secret, dni: secret, whatever: secret } },
      },
      { ...base, messageId: 3, context: { ...context, app: { name: secret, namespace: secret } } },
      { ...base, messageId: 4, context: { ...context, device: { type: 'ios', model: secret, advertisingId: secret } } },
      { ...base, messageId: 5, context: { ...context, ip: secret } },
      { ...base, messageId: 6, type: 'screen', name: secret, userId: secret },
      { ...base, messageId: 7, type: secret },
      { [secret]: secret },
      secret,
    ];
  }

  it('stand neither in the log at its most talkative, nor in the queue, nor in answers, metrics or requests', async () => {
    const queue = path.join(folder(), 'planted.sqlite');
    // Loop refuses every second one, so that there are dead letters; the rest stays in the queue's history.
    await loop.close();
    let requests = 0;
    loop = await startSandbox({
      answers: () => (requests++ % 2 === 0 ? { kind: 'status', status: 400 } : { kind: 'status', status: 200 }),
    });
    const url = await serve(
      ['--log-level', 'trace', '--drain', '500'],
      { LOOP_WRITE_KEYS: writeKey, LOOP_WEBHOOK_SECRET: 'SHARED-SECRET' },
      queue,
    );
    const answers: string[] = [];
    const ask = async (where: string, init: RequestInit = {}): Promise<void> => {
      const response = await fetch(url + where, init);
      answers.push(await response.text(), JSON.stringify([...response.headers]));
    };
    const headers = { authorization: `Basic ${btoa(`${writeKey}:`)}` };
    for (const secret of planted) {
      const encoded = encodeURIComponent(secret);
      const events = eventsWith(secret);
      await ask('/v1/batch', { method: 'POST', headers, body: JSON.stringify({ batch: events }) });
      for (const type of ['track', 'identify', 'screen', 'page', 'group']) {
        await ask(`/v1/${type}?${encoded}=${encoded}`, { method: 'POST', headers, body: JSON.stringify(events[1]) });
      }
      await ask('/v1/track', { method: 'POST', headers, body: `{"broken ${secret}` });
      await ask('/v1/track', { method: 'POST', headers: { ...headers, 'content-type': `x/${encoded}` }, body: '{}' });
      await ask('/v1/track', { method: 'POST', headers: { authorization: `Basic ${btoa(secret)}` }, body: '{}' });
      await ask('/webhook', { method: 'POST', headers: { 'x-signature': secret }, body: JSON.stringify(events[1]) });
      await ask(`/${encoded}/mobile?${encoded}=${encoded}`);
      await ask(`/${writeKey}/mobile?${encoded}=${encoded}`);
      const mobile = {
        app: 'com.example.app',
        ct: 'ar',
        device: 'Pixel6',
        et: 'custom',
        ip: '203.0.113.5',
        uid: 'abcdef-1234-5678',
        device_type: 'android',
      };
      const values = { 'value[note]': `Ask ${secret}`, [`value[${secret}]`]: 'x' };
      await ask(`/${writeKey}/mobile?${new URLSearchParams({ ...mobile, ...values }).toString()}`);
      await ask(`/${writeKey}/mobile?${new URLSearchParams({ ...mobile, 'value[note]': secret }).toString()}`);
      await ask(`/${encoded}`);
    }
    answers.push(await (await fetch(`${adminUrl}/metrics`)).text());
    const files = readdirSync(folder()).filter((name) => name.startsWith('planted.sqlite'));
    const onDisk = files.map((name) => readFileSync(path.join(folder(), name), 'latin1'));
    const { code, stdout, stderr } = await stop('SIGTERM');
    onDisk.push(readFileSync(queue, 'latin1'));
    expect(code).toBe(0);
    expect(loop.counts().total).toBeGreaterThan(10);
    expect(stdout.split('\n').length).toBeGreaterThan(100);
    expect(onDisk.join('').length).toBeGreaterThan(10_000);

    const everything = { stdout, stderr, answers: answers.join('\n'), onDisk: onDisk.join('') };
    const secrets = [...parts, ...planted, ...planted.map(encodeURIComponent), sourceHash, writeKey, 'SHARED-SECRET'];
    const found = Object.entries(everything).flatMap(([where, text]) =>
      secrets.filter((secret) => text.includes(secret)).map((secret) => `${secret} in ${where}`),
    );
    expect(found).toEqual([]);
    const sent = decodeURIComponent(
      loop
        .requests()
        .map(({ url: asked }) => asked)
        .join('\n'),
    );
    expect(parts.filter((part) => sent.includes(part))).toEqual([]);
  });
});

function contextOf(event: Record<string, unknown>): Record<string, unknown> {
  return event['context'] as Record<string, unknown>;
}
