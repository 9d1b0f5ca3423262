import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { relayCodes } from '../src/relay/relay-codes.js';
import type { RelaySettingsInput } from '../src/relay/relay-settings.js';
import type { SandboxOptionsInput } from '../src/sandbox/index.js';
import { basic, startLoopAndRelay, writeKey, type LoopAndRelay } from './start-loop-and-relay.js';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const sourceHash = 'a1b2c3';

async function start(
  settings: Partial<RelaySettingsInput> = {},
  loop: Parameters<typeof startLoopAndRelay>[1] = {},
  sandbox: SandboxOptionsInput = {},
): Promise<LoopAndRelay> {
  const parts = await startLoopAndRelay({ drainMs: 100, ...settings }, { sourceHash, ...loop }, sandbox);
  closing.push(() => parts.close());
  return parts;
}

const event = {
  type: 'track',
  event: 'Sign Up',
  context: {
    app: { name: 'Example App', namespace: 'com.example.app' },
    device: { type: 'android', model: 'Pixel6', manufacturer: 'Google', advertisingId: 'abcdef-1234-5678' },
    locale: 'es-AR',
    location: { country: 'AR' },
    ip: '181.46.137.10',
  },
};

interface Reply {
  readonly status: number;
  readonly text: string;
}

async function post(
  { relay }: LoopAndRelay,
  path: string,
  body: string | Buffer,
  headers: Record<string, string> = basic(writeKey),
): Promise<Reply> {
  const response = await fetch(relay.url + path, { method: 'POST', headers, body: body as string });
  return { status: response.status, text: await response.text() };
}

const codeOf = ({ text }: Reply): unknown => (JSON.parse(text) as { code?: unknown }).code;

/** A connection of one's own, which need not behave. */
function open({ relay }: LoopAndRelay): Socket {
  const socket = connect(Number(new URL(relay.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  closing.push(() => socket.destroy());
  return socket;
}

const head = (length: number, more = ''): string =>
  `POST /v1/batch HTTP/1.1\r\nhost: x\r\ncontent-length: ${length}\r\n${more}\r\n`;

describe('the source hash', () => {
  /** Everything that somebody outside or inside can see of the relay while a guess is sent in every place. */
  async function seen(guess: string): Promise<string> {
    const parts = await start({ logLevel: 'trace' });
    const { context } = event;
    const places = [
      { properties: { note: guess, list: [guess, 'x'], inside: `my ${guess} there`, nested: { deep: guess } } },
      { properties: { [guess]: 'x', [`x_${guess}`]: 'y' } },
      { event: guess },
      { userId: guess, traits: { email: `${guess}@example.com`, plan: guess } },
      { context: { ...context, app: { ...context.app, name: guess, version: guess } } },
      { context: { ...context, device: { ...context.device, model: guess, installedApps: [guess, 'Other'] } } },
      { context: { ...context, device: { ...context.device, manufacturer: guess, advertisingId: guess } } },
      { context: { ...context, device: { ...context.device, id: guess } } },
      { type: 'identify', traits: { code: guess } },
      { messageId: guess },
    ].map((part) => ({ ...event, ...part }));
    const replies = [await post(parts, '/v1/batch', JSON.stringify({ batch: places }))];
    for (const place of places) replies.push(await post(parts, '/v1/track', JSON.stringify(place)));
    replies.push(await post(parts, '/v1/track', JSON.stringify(event), basic(guess)));
    const mobile = { app: 'com.example.app', ct: 'ar', device: 'Pixel6', et: 'custom', device_type: 'android' };
    const known = { ...mobile, uid: 'abcdef-1234-5678', ip: '181.46.137.10' };
    for (const more of [{ 'value[x]': guess }, { [`value[${guess}]`]: 'x' }, { appn: guess }, { source_hash: guess }]) {
      const query = new URLSearchParams({ ...known, ...more }).toString();
      const response = await fetch(`${parts.relay.url}/${writeKey}/mobile?${query}`);
      replies.push({ status: response.status, text: await response.text() });
    }
    const accepted = replies.length;
    while (!parts.lines.some((line) => line.includes('"msg":"delivered"'))) await new Promise(setImmediate);
    const metrics = await (await fetch(`${parts.relay.adminUrl}/metrics`)).text();
    const counters = metrics.split('\n').filter((line) => /^loop_relay_(?:requests|events|values)\w*_total/.test(line));
    const lines = parts.lines
      .filter((line) => /"(?:events received|requests refused|request)"/.test(line))
      .map((line) => ({ ...(JSON.parse(line) as object), time: 0, durationMs: 0 }));
    const text = JSON.stringify([accepted, replies, counters.sort(), lines]);
    return text.replaceAll(guess, 'GUESS').replaceAll(/"index":\d+/g, '"index":0');
  }

  test('of six characters can not be told from any other: nothing that a sender can provoke says that he has it', async () => {
    const [right, wrong, alike] = [await seen(sourceHash), await seen('f9e8d7'), await seen('a1b2c4')];
    expect(right).toBe(wrong);
    expect(right).toBe(alike);
  });
});

describe('the bytes that requests hold', () => {
  test('unfinished bodies, over all connections: who comes when no memory is left is told to come later', async () => {
    const parts = await start({ limits: { heldBytes: 1_000_000 } });
    const piece = Buffer.alloc(300_000, ' ');
    const sockets = [open(parts), open(parts), open(parts)];
    for (const socket of sockets) socket.write(Buffer.concat([Buffer.from(head(400_000)), piece]));
    // They have no key yet, so nothing says that they were read; the answer does.
    let reply: Reply;
    do reply = await post(parts, '/v1/batch', JSON.stringify({ batch: [event], text: 'x'.repeat(200_000) }));
    while (reply.status === 200);
    expect([reply.status, codeOf(reply)]).toEqual([503, 'busy']);
    for (const socket of sockets) socket.destroy();
    do reply = await post(parts, '/v1/batch', JSON.stringify({ batch: [event], text: 'x'.repeat(200_000) }));
    while (reply.status !== 200);
  });

  test('a body that does not come to its end in time is cut', async () => {
    const parts = await start({ limits: { requestMs: 100 } });
    const slow = open(parts);
    const said: Buffer[] = [];
    slow.on('data', (chunk: Buffer) => said.push(chunk));
    slow.write(`${head(1000)}{`);
    await once(slow, 'close');
    expect(Buffer.concat(said).toString()).toMatch(/^HTTP\/1\.1 408 /);
  });

  test.each<[string, string | Buffer, number, string]>([
    ['nested deeper than the limit', `${'['.repeat(40_000)}${']'.repeat(40_000)}`, 413, 'too_complex'],
    ['more keys than the limit', `{${'"a":1,'.repeat(60_000)}"b":1}`, 413, 'too_complex'],
    [
      'a context for too many events',
      JSON.stringify({ context: { a: 'x'.repeat(20_000) }, batch: Array.from({ length: 2500 }, () => ({})) }),
      413,
      'context_too_large',
    ],
  ])('%s', async (_, body, status, code) => {
    const reply = await post(await start(), '/v1/batch', body);
    expect([reply.status, codeOf(reply)]).toEqual([status, code]);
  });

  test('the answer to 2,500 wrong events says of each what became of it, and stays short', async () => {
    const reply = await post(
      await start(),
      '/v1/batch',
      JSON.stringify({ batch: Array.from({ length: 2500 }, () => ({ type: 'track' })) }),
    );
    const { received, skipped, invalid, events } = JSON.parse(reply.text) as Record<string, unknown>;
    expect([received, (skipped as number) + (invalid as number), (events as unknown[]).length]).toEqual([
      2500, 2500, 2500,
    ]);
    expect(reply.text.length).toBeLessThan(250_000);
  });

  test('a wrong key in a header is refused before the body comes', async () => {
    const parts = await start();
    const socket = open(parts);
    const authorization = basic('WRONG')['authorization'] ?? '';
    socket.write(head(400_000, `authorization: ${authorization}\r\n`));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 401 /);
  });
});

describe('a page of another origin', () => {
  test.each([
    ['text/plain, which needs no leave', '/v1/track', { 'content-type': 'text/plain' }],
    ['JSON', '/v1/track', { 'content-type': 'application/json' }],
    ['a batch', '/v1/batch', {}],
    ['a webhook', `/${writeKey}/webhook`, {}],
  ])('%s is refused, and nothing arrives', async (_, path, headers) => {
    const parts = await start({ allowedOrigins: ['https://www.example.com'] });
    const sent = { ...basic(writeKey), ...headers, origin: 'https://www.example.org' };
    const reply = await post(parts, path, JSON.stringify(event), sent);
    expect([reply.status, codeOf(reply)]).toEqual([403, 'origin_not_allowed']);
    const mobile = await fetch(`${parts.relay.url}/${writeKey}/mobile?app=x`, { headers: { origin: 'null' } });
    expect(mobile.status).toBe(403);
    await parts.relay.close();
    expect(parts.sandbox.counts().total).toBe(0);
    expect(parts.lines.join('')).toContain('"code":"origin_not_allowed","requests":1');
  });
});

describe('what real clients send', () => {
  const named = { ...event, event: 'Compra única', properties: { order: 12345678901234567890n } };
  const json = JSON.stringify(named, (_, value: unknown) => (typeof value === 'bigint' ? '#' : value)).replace(
    '"#"',
    '12345678901234567890',
  );

  test.each<[string, Buffer, Record<string, string>]>([
    ['a byte-order mark', Buffer.from(`\uFEFF${json}`), {}],
    ['UTF-16', Buffer.from(`\uFEFF${json}`, 'utf16le'), {}],
    ['Latin-1, said so', Buffer.from(json, 'latin1'), { 'content-type': 'application/json; charset=iso-8859-1' }],
  ])('%s is read, and a number keeps its digits', async (_, body, headers) => {
    const parts = await start();
    expect((await post(parts, '/v1/track', body, { ...basic(writeKey), ...headers })).status).toBe(200);
    const [arrived] = await parts.arrived(1);
    expect([arrived?.['value[event]'], arrived?.['value[order]']]).toEqual(['Compra única', '12345678901234567890']);
  });

  test('Latin-1 that does not say so is refused with a sentence', async () => {
    const reply = await post(await start(), '/v1/track', Buffer.from(json, 'latin1'));
    expect([reply.status, JSON.parse(reply.text)]).toEqual([
      400,
      { success: false, code: 'not_utf8', message: relayCodes.not_utf8 },
    ]);
  });
});

describe('several apps, one relay', () => {
  const sources = { 'APP-B': { sourceHash: { android: 'BBBBBB' } }, 'APP-C': { sourceHash: 'CCCCCC' } };
  const send = (parts: LoopAndRelay, key: string): Promise<Reply> =>
    post(parts, '/v1/track', JSON.stringify(event), basic(key));
  /** A Loop that tells which source hashes came: the stand-in hides them. */
  async function startTelltale(): Promise<{ readonly hashes: string[]; readonly endpoint: string }> {
    const hashes: string[] = [];
    const server = createServer((request, response) => {
      hashes.push(/source_hash=(\w+)/.exec(request.url ?? '')?.[1] ?? '');
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing.push(() => server.close());
    return { hashes, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mobile` };
  }

  test('each event goes out under the source of its write key, now and after a reload', async () => {
    const { hashes, endpoint } = await startTelltale();
    const parts = await start({ sources }, { endpoint });
    for (const key of [writeKey, 'APP-B', 'APP-C']) expect((await send(parts, key)).status).toBe(200);
    while (hashes.length < 3) await new Promise(setImmediate);
    expect(() => {
      parts.relay.reload({ sourceHash: 'NEW', endpoint }, { writeKeys: ['a/b'] });
    }).toThrow('writeKeys');
    expect((await send(parts, writeKey)).status).toBe(200);
    parts.relay.reload(
      { sourceHash: 'NEW', endpoint },
      { sources: { 'APP-C': { sourceHash: 'DDDDDD' } }, writeKeys: ['K2'] },
    );
    expect([(await send(parts, writeKey)).status, (await send(parts, 'APP-B')).status]).toEqual([401, 401]);
    for (const key of ['K2', 'APP-C']) expect((await send(parts, key)).status).toBe(200);
    while (hashes.length < 6) await new Promise(setImmediate);
    expect(hashes.sort()).toEqual([sourceHash, sourceHash, 'BBBBBB', 'CCCCCC', 'DDDDDD', 'NEW'].sort());
  });

  test('an app without a source for the platform is told so', async () => {
    const parts = await start({ sources: { 'APP-B': { sourceHash: { ios: 'BBBBBB' } } } });
    const reply = await send(parts, 'APP-B');
    expect(JSON.parse(reply.text)).toMatchObject({
      invalid: 1,
      events: [{ problems: [{ code: 'missing_source_hash' }] }],
    });
  });
});

test('Loop refuses everything: the backlog waits, and the log says so once', async () => {
  const parts = await start({ sender: { concurrency: 1 } }, {}, { answers: () => ({ kind: 'status', status: 403 }) });
  const batch = Array.from({ length: 500 }, (_, n) => ({ ...event, messageId: `m${n}` }));
  expect((await post(parts, '/v1/batch', JSON.stringify({ batch }))).status).toBe(200);
  const isTold = (): boolean => parts.lines.some((line) => line.includes('Loop refuses all events of a source'));
  while (!isTold()) await new Promise(setImmediate);
  expect(await parts.relay.close()).toBe(500 - 19);
  expect(parts.lines.filter((line) => line.includes('Loop refuses all events')).length).toBeLessThanOrEqual(2);
});
