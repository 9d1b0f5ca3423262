import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inEnglish, SettingsError, type SettingsInput } from '@loop-adapters/core';
import type { SandboxOptionsInput } from '../sandbox/index.js';
import { QueueError } from '../queue/index.js';
import { relayCodes, type RelayCode } from './relay-codes.js';
import type { RelaySettingsInput } from './relay-settings.js';
import { startRelay } from './start-relay.js';
import { basic, startLoopAndRelay, writeKey, type LoopAndRelay } from '../../test/start-loop-and-relay.js';

const running: LoopAndRelay[] = [];
afterEach(async () => {
  for (const parts of running.splice(0)) await parts.close();
});

async function start(
  settings: Partial<RelaySettingsInput> = {},
  loop: Partial<SettingsInput> = {},
  sandbox: SandboxOptionsInput = {},
): Promise<LoopAndRelay> {
  const parts = await startLoopAndRelay(settings, loop, sandbox);
  running.push(parts);
  return parts;
}

const context = {
  app: { name: 'Example App', namespace: 'com.example.app' },
  device: { type: 'android', model: 'Pixel6', manufacturer: 'Google', advertisingId: 'abcdef-1234-5678' },
  locale: 'es-AR',
  location: { country: 'AR' },
  ip: '181.46.137.10',
};

const event = { type: 'track', event: 'Sign Up', context };

/** What Loop gets for `event`. */
const arrival = {
  app: 'com.example.app',
  appn: 'Example App',
  ct: 'ar',
  device: 'Pixel6',
  et: 'custom',
  ip: '181.46.137.10',
  lan: 'es',
  mf: 'Google',
  source_hash: '***',
  uid: 'abcdef-1234-5678',
  device_type: 'android',
  'value[event]': 'Sign Up',
};

/** The same in the form that an app sends to a relay. */
const { source_hash: _, ip: __, ...mobileParams } = arrival;
const mobileQuery = `?${new URLSearchParams(mobileParams).toString()}`;
/** The same of an app that knows its address. */
const knownQuery = `${mobileQuery}&ip=${arrival.ip}`;

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

async function call(url: string, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(url, init);
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
}

function post(
  parts: LoopAndRelay,
  path: string,
  body: unknown,
  headers: Record<string, string> = basic(writeKey),
): Promise<Reply> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
  const bytes = Buffer.isBuffer(body) || typeof body === 'string' ? body : JSON.stringify(body);
  return call(parts.relay.url + path, { ...init, body: bytes as string });
}

interface Counted {
  readonly received: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly skipped: number;
  readonly invalid: number;
}

/** An answer's numbers; those that are not named are 0. */
const counted = (counts: Partial<Counted>): Counted => {
  const all = { accepted: 0, duplicate: 0, skipped: 0, invalid: 0, ...counts };
  return { received: all.accepted + all.duplicate + all.skipped + all.invalid, ...all };
};

const accepted = (count = 1): Reply => ({
  status: 200,
  body: { success: true, ...counted({ accepted: count }), events: [], leftOut: [] },
});

const refused = (status: number, code: RelayCode): Reply => ({
  status,
  body: { success: false, code, message: relayCodes[code] },
});

describe('the tracking API', () => {
  test.each([
    ['track', { 'value[event]': 'Sign Up' }],
    ['t', { 'value[event]': 'Sign Up' }],
    ['identify', {}],
    ['i', {}],
    ['screen', { 'value[event]': 'Home' }],
    ['s', { 'value[event]': 'Home' }],
    ['page', { 'value[event]': 'Home' }],
    ['p', { 'value[event]': 'Home' }],
  ])('/v1/%s takes one event, whose type is the path', async (path, values) => {
    const parts = await start();
    expect(await post(parts, `/v1/${path}`, { event: 'Sign Up', name: 'Home', context })).toEqual(accepted());
    const { 'value[event]': _event, ...common } = arrival;
    expect(await parts.arrived(1)).toEqual([{ ...common, ...values }]);
  });

  test.each(['group', 'g', 'alias', 'a'])('/v1/%s is taken and skipped: Loop has no such event', async (path) => {
    const parts = await start();
    const reason = {
      code: 'unsupported_event_type',
      parameter: null,
      source: 'type',
      message: inEnglish({ code: 'unsupported_event_type', parameter: null }),
    };
    expect(await post(parts, `/v1/${path}`, event)).toEqual({
      status: 200,
      body: {
        success: true,
        ...counted({ skipped: 1 }),
        events: [{ index: 0, outcome: 'skipped', ...reason }],
        leftOut: [],
      },
    });
  });

  test.each(['/v1/batch', '/v1/b', '/beacon/v1/batch'])('%s: one bad event costs the others nothing', async (path) => {
    const parts = await start({ limits: { eventBytes: 2000 } });
    const noCountry = { ...event, context: { ...context, location: {}, locale: 'es' } };
    const noId = { ...event, context: { ...context, device: { ...context.device, advertisingId: '' } } };
    const large = { ...event, properties: { text: 'x'.repeat(2000) } };
    const reply = await post(parts, path, { batch: [noId, event, 'x', noCountry, large, event] });
    expect(reply).toEqual({
      status: 200,
      body: {
        success: true,
        ...counted({ accepted: 2, skipped: 1, invalid: 3 }),
        events: [
          expect.objectContaining({
            index: 0,
            outcome: 'skipped',
            code: 'no_advertising_id',
            message: inEnglish({ code: 'no_advertising_id', parameter: null }),
          }),
          { index: 2, outcome: 'invalid', problems: [expect.objectContaining({ code: 'invalid_event' })] },
          {
            index: 3,
            outcome: 'invalid',
            problems: [expect.objectContaining({ code: 'missing_ct', parameter: 'ct' })],
          },
          {
            index: 4,
            outcome: 'invalid',
            problems: [
              {
                code: 'event_too_large',
                parameter: null,
                source: null,
                message: 'The event is longer than 2000 bytes. Send fewer or shorter properties.',
              },
            ],
          },
        ],
        leftOut: [],
      },
    });
    expect(await parts.arrived(2)).toEqual([arrival, arrival]);
  });

  test('a context beside the batch is that of every event', async () => {
    const parts = await start();
    expect(await post(parts, '/v1/batch', { context, batch: [{ type: 'track', event: 'Sign Up' }] })).toEqual(
      accepted(),
    );
    expect(await parts.arrived(1)).toEqual([arrival]);
  });

  test('a message ID that came before is a duplicate, by its place, and not sent again', async () => {
    const parts = await start();
    const known = { ...event, messageId: 'm1' };
    const duplicate = (index: number): object => ({ index, outcome: 'duplicate' });
    expect(await post(parts, '/v1/track', known)).toEqual(accepted());
    // From another network, and sent at another time: the same event.
    const again = { ...known, sentAt: '2026-01-01T00:00:00Z', context: { ...context, ip: '192.0.2.9' } };
    expect(await post(parts, '/v1/track', again)).toMatchObject({
      body: { ...counted({ duplicate: 1 }), events: [duplicate(0)] },
    });
    const batch = [{ ...event, messageId: 'm2' }, known, { ...event, messageId: 'm2' }, { ...event, messageId: '' }];
    expect(await post(parts, '/v1/batch', { batch })).toMatchObject({
      body: { ...counted({ accepted: 2, duplicate: 2 }), events: [duplicate(1), duplicate(2)] },
    });
    await parts.relay.close();
    expect(parts.sandbox.counts()).toEqual({ total: 3, accepted: 3 });
  });

  test('gzip, as the mobile SDKs send it, and text/plain, as the browser SDKs do', async () => {
    const parts = await start();
    const zipped = gzipSync(JSON.stringify({ batch: [event], writeKey }));
    expect(await post(parts, '/v1/b', zipped, { 'content-encoding': 'gzip' })).toEqual(accepted());
    const plain = { 'content-type': 'text/plain', ...basic(writeKey) };
    expect(await post(parts, '/v1/t', event, plain)).toEqual(accepted());
  });
});

describe('who may send', () => {
  test.each([
    ['Basic authentication', '/v1/track', basic(writeKey), event],
    ['a header', '/v1/track', { 'x-write-key': writeKey }, event],
    ['the body', '/v1/track', {}, { ...event, writeKey }],
    ['the body of a batch', '/v1/batch', {}, { batch: [event], writeKey }],
    ['the query of a beacon', `/beacon/v1/batch?writeKey=${writeKey}`, {}, { batch: [event] }],
  ])('a write key in %s', async (__, path, headers, body) => {
    expect(await post(await start(), path, body, headers)).toEqual(accepted());
  });

  test.each([
    ['no write key', '/v1/track', {}, event],
    ['a wrong one', '/v1/track', basic('WRITE-KEX'), event],
    ['an empty one', '/v1/track', basic(''), event],
    ['a wrong one in the body', '/v1/track', {}, { ...event, writeKey: 'WRONG' }],
    ['a wrong one in the header, the right one in the body', '/v1/track', basic('WRONG'), { ...event, writeKey }],
    ['none in a batch', '/v1/batch', {}, { batch: [event] }],
    ['none in a webhook', '/webhook', {}, event],
  ])('%s is 401, and nothing arrives', async (__, path, headers, body) => {
    const parts = await start();
    expect(await post(parts, path, body, headers)).toEqual(refused(401, 'unauthorized'));
    await parts.relay.close();
    expect(parts.sandbox.counts()).toEqual({ total: 0, accepted: 0 });
  });

  test('each of several keys is accepted', async () => {
    const parts = await start({ writeKeys: ['ANDROID', 'IOS'] });
    expect(await post(parts, '/v1/track', event, basic('ANDROID'))).toEqual(accepted());
    expect(await post(parts, '/v1/track', event, basic('IOS'))).toEqual(accepted());
  });
});

describe('/webhook', () => {
  const named = { ...event, context: { ...context, ip: '192.0.2.7' } };
  const sign = (body: string): Record<string, string> => ({
    'x-signature': createHmac('sha1', 'SHARED').update(body).digest('hex'),
  });

  test('a signed request is taken when a shared secret is set', async () => {
    const parts = await start({ webhookSecret: 'SHARED' });
    expect(await post(parts, '/webhook', named, sign(JSON.stringify(named)))).toEqual(accepted());
    expect(await parts.arrived(1)).toEqual([{ ...arrival, ip: '192.0.2.7' }]);
  });

  test.each([
    ['no signature', {}],
    ['no signature, but a write key', basic(writeKey)],
    ['the signature of another body', sign('{}')],
  ])('%s is 401 when a shared secret is set', async (__, headers) => {
    expect(await post(await start({ webhookSecret: 'SHARED' }), '/webhook', named, headers)).toEqual(
      refused(401, 'wrong_signature'),
    );
  });

  test('without a shared secret the write key is asked for, in a header or in the path', async () => {
    const parts = await start();
    expect(await post(parts, '/webhook', named)).toEqual(accepted());
    expect(await post(parts, `/${writeKey}/webhook`, [named, named], {})).toEqual(accepted(2));
  });

  test("the address of Segment's server is not the person's", async () => {
    expect(await post(await start(), '/webhook', { ...event, context: { ...context, ip: undefined } })).toMatchObject({
      status: 200,
      body: { accepted: 0, invalid: 1, events: [{ index: 0, problems: [{ code: 'missing_ip' }] }] },
    });
  });
});

describe('/mobile', () => {
  test.each([
    ['the path', `/${writeKey}/mobile`, {}],
    ['a header', '/mobile', { 'x-write-key': writeKey }],
    ['Basic authentication', '/mobile', basic(writeKey)],
  ])('takes the form of Loop, completed, with a write key in %s', async (__, path, headers) => {
    const parts = await start({ trustedProxies: 1 });
    const init = { headers: { ...headers, 'x-forwarded-for': '203.0.113.5' } };
    expect(await call(parts.relay.url + path + mobileQuery, init)).toEqual(accepted());
    expect(await parts.arrived(1)).toEqual([{ ...arrival, ip: '203.0.113.5' }]);
  });

  test('the address of this machine is nobody’s, and a withheld one stays withheld', async () => {
    const { relay } = await start();
    const url = `${relay.url}/${writeKey}/mobile${mobileQuery}`;
    expect(await call(url)).toMatchObject({
      status: 400,
      body: { ...counted({ invalid: 1 }), events: [{ problems: [{ code: 'missing_ip' }] }] },
    });
    expect(await call(`${url}&ip=0.0.0.0`)).toMatchObject({
      status: 200,
      body: { ...counted({ skipped: 1 }), events: [{ index: 0, outcome: 'skipped', code: 'ip_withheld' }] },
    });
  });

  test.each(['/mobile', '/WRONG/mobile'])('%s without the right write key is 401', async (path) => {
    expect(await call((await start()).relay.url + path + mobileQuery)).toEqual(refused(401, 'unauthorized'));
  });

  test('what Loop would not take is 400 and says why', async () => {
    const { relay } = await start();
    const query = knownQuery.replace('ct=ar', 'ct=Argentina');
    expect(await call(`${relay.url}/${writeKey}/mobile${query}`)).toEqual({
      status: 400,
      body: {
        success: false,
        code: 'invalid_request',
        message: relayCodes.invalid_request,
        ...counted({ invalid: 1 }),
        events: [
          {
            index: 0,
            outcome: 'invalid',
            problems: [
              {
                code: 'invalid_ct',
                parameter: 'ct',
                message: 'ct must be a lower-case ISO 3166-1 alpha-2 code, such as us.',
              },
            ],
          },
        ],
        leftOut: [],
      },
    });
  });

  test('a HEAD, by which a page asks whether there is a server, takes nothing', async () => {
    const parts = await start();
    expect((await fetch(`${parts.relay.url}/${writeKey}/mobile${mobileQuery}`, { method: 'HEAD' })).status).toBe(204);
    await parts.relay.close();
    expect(parts.sandbox.counts()).toEqual({ total: 0, accepted: 0 });
  });
});

describe('the IP address', () => {
  const forwarded = { ...basic(writeKey), 'x-forwarded-for': '203.0.113.5, 198.51.100.9' };
  const { ip: _ip, ...withoutIp } = context;
  const bare = { ...event, context: withoutIp };

  test.each<[string, Partial<RelaySettingsInput>, string]>([
    ['one proxy', { trustedProxies: 1 }, '198.51.100.9'],
    ['two proxies', { trustedProxies: 2 }, '203.0.113.5'],
    ['a range with the proxy in it', { trustedProxies: ['127.0.0.0/8'] }, '198.51.100.9'],
    ['ranges with both', { trustedProxies: ['127.0.0.1', '198.51.100.0/24'] }, '203.0.113.5'],
  ])('%s', async (__, settings, ip) => {
    const parts = await start(settings);
    expect(await post(parts, '/v1/track', bare, forwarded)).toEqual(accepted());
    expect(await parts.arrived(1)).toEqual([{ ...arrival, ip }]);
  });

  test.each<[string, Partial<RelaySettingsInput>]>([
    ['no proxy is believed without a setting', {}],
    ['a range without the proxy', { trustedProxies: ['10.0.0.0/8'] }],
  ])('%s, and the address of this machine is nobody’s', async (__, settings) => {
    expect(await post(await start(settings), '/v1/track', bare, forwarded)).toMatchObject({
      body: { events: [{ problems: [{ code: 'invalid_ip', source: 'adapter' }] }] },
    });
  });

  test('one that the event has stays', async () => {
    const parts = await start();
    expect(await post(parts, '/v1/track', { ...event, context: { ...context, ip: '192.0.2.7' } })).toEqual(accepted());
    expect(await parts.arrived(1)).toEqual([{ ...arrival, ip: '192.0.2.7' }]);
  });

  test('the connection is not asked if the settings say so', async () => {
    expect(await post(await start({ ipFromConnection: false }), '/v1/track', bare)).toMatchObject({
      status: 200,
      body: { accepted: 0, invalid: 1, events: [{ problems: [{ code: 'missing_ip' }] }] },
    });
  });
});

describe('what is refused', () => {
  test.each<[string, string, string, number, RelayCode]>([
    ['no JSON', '/v1/track', '{', 400, 'unreadable_body'],
    ['nothing', '/v1/track', '', 400, 'unreadable_body'],
    ['an array', '/v1/track', '[]', 400, 'not_an_event'],
    ['no batch', '/v1/batch', '{}', 400, 'not_a_batch'],
    ['an event of more than 32 KB', '/v1/track', JSON.stringify({ x: 'x'.repeat(32_768) }), 413, 'too_large'],
    ['a batch of more than 500 KB', '/v1/batch', JSON.stringify({ x: 'x'.repeat(512_000) }), 413, 'too_large'],
    ['another path', '/v1/import', '{}', 404, 'not_found'],
  ])('%s', async (__, path, body, status, code) => {
    expect(await post(await start(), path, body)).toEqual(refused(status, code));
  });

  test('another method', async () => {
    const { relay } = await start();
    expect(await call(`${relay.url}/v1/track`)).toEqual(refused(404, 'not_found'));
  });

  test('another compression', async () => {
    expect(await post(await start(), '/v1/track', '{}', { ...basic(writeKey), 'content-encoding': 'br' })).toEqual(
      refused(400, 'unsupported_encoding'),
    );
  });

  test('more events than the rate limit: 429 and when to come back; what is not accepted costs nothing', async () => {
    const parts = await start({ limits: { eventsPerSecond: 1 } });
    const junk = { batch: Array.from({ length: 2500 }, () => ({})) };
    const batch = { context, batch: Array.from({ length: 2500 }, () => ({ type: 'track', event: 'Sign Up' })) };
    for (let time = 0; time < 3; time++) expect((await post(parts, '/v1/batch', junk)).status).toBe(200);
    for (let time = 0; time < 2; time++) expect(await post(parts, '/v1/batch', batch)).toEqual(accepted(2500));
    // What came back into the bucket meanwhile lets one more batch in, which is owed for.
    let response: Response;
    do {
      const init = { method: 'POST', body: JSON.stringify(batch), headers: basic(writeKey) };
      response = await fetch(`${parts.relay.url}/v1/batch`, init);
    } while (response.status === 200);
    expect([response.status, Number(response.headers.get('retry-after')) <= 2501]).toEqual([429, true]);
    expect(await response.json()).toEqual(refused(429, 'rate_limited').body);
    expect((await call(`${parts.relay.url}/${writeKey}/mobile${mobileQuery}`)).status).toBe(429);
    expect((await call(`${parts.relay.url}/healthz`)).status).toBe(200);
  });
});

describe('when events can not be kept', () => {
  const down: SandboxOptionsInput = { answers: () => ({ kind: 'status', status: 503 }) };

  test('503 and when to come back, readyz too; what was accepted stays', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'loop-relay-'));
    const { relay: small } = await start(
      { queue: { file: join(folder, 'small.sqlite'), maxMegabytes: 1 }, drainMs: 0 },
      {},
      down,
    );
    const large = { ...event, properties: { text: 'x'.repeat(3000) } };
    const body = JSON.stringify({ batch: Array.from({ length: 50 }, () => large) });
    const send = (): Promise<Response> =>
      fetch(`${small.url}/v1/batch`, { method: 'POST', headers: basic(writeKey), body });
    let kept = 0;
    let response = await send();
    for (; response.status === 200; response = await send()) kept += 50;
    expect([response.status, response.headers.get('retry-after'), await response.json()]).toEqual([
      503,
      '5',
      refused(503, 'unavailable').body,
    ]);
    expect((await call(`${small.url}/${writeKey}/mobile${knownQuery}`)).status).toBe(503);
    expect(await call(`${small.url}/readyz`)).toEqual({ status: 503, body: null });
    expect((await call(`${small.url}/healthz`)).status).toBe(200);
    expect([kept > 0, await small.close()]).toEqual([true, kept]);
    rmSync(folder, { recursive: true });
  });

  test('a queue that can not be opened', async () => {
    await expect(start({ queue: { file: join(tmpdir(), 'no-such-folder', 'queue.sqlite') } })).rejects.toThrow(
      QueueError,
    );
  });

  test.each<[string, Partial<RelaySettingsInput>, string[]]>([
    ['the queue', { queue: { file: '', synchronous: 'full', leaseMs: 0 } }, ['queue.file', 'queue.leaseMs']],
    ['the sender', { sender: { concurrency: 0, timeoutMs: 0 } }, ['sender.concurrency', 'sender.timeoutMs']],
  ])('the settings of %s are named by their path', async (__, settings, paths) => {
    const error: unknown = await start(settings).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SettingsError);
    expect((error as SettingsError).problems.map(({ path }) => path)).toEqual(paths);
  });
});

describe('stopping', () => {
  test('what is ready goes out first', async () => {
    const parts = await start({}, {}, { latencyMs: 20 });
    const batch = Array.from({ length: 500 }, (__, n) => ({ ...event, messageId: `m${n}` }));
    expect(await post(parts, '/v1/batch', { batch })).toEqual(accepted(500));
    expect(await parts.relay.close()).toBe(0);
    expect(parts.sandbox.counts()).toEqual({ total: 500, accepted: 500 });
    await expect(fetch(`${parts.relay.url}/healthz`)).rejects.toThrow();
  });

  test('a client that does not finish its request holds nobody up', async () => {
    const parts = await start({ drainMs: 50 });
    const socket = connect(Number(new URL(parts.relay.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(`POST /v1/track HTTP/1.1\r\nhost: x\r\nauthorization: ${basic(writeKey)['authorization'] ?? ''}\r\n`);
    socket.write('content-length: 100\r\n\r\n{"type":');
    await call(`${parts.relay.url}/readyz`);
    expect(await parts.relay.close()).toBe(0);
    socket.destroy();
  });
});

describe('pages of other origins', () => {
  const origin = 'https://www.example.com';
  const ask = (parts: LoopAndRelay, from: string): Promise<Response> =>
    fetch(`${parts.relay.url}/v1/track`, {
      method: 'OPTIONS',
      headers: {
        origin: from,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });

  test('a configured origin may send, with its headers', async () => {
    const parts = await start({ allowedOrigins: [origin] });
    const { status, headers } = await ask(parts, origin);
    expect([
      status,
      headers.get('access-control-allow-origin'),
      headers.get('access-control-allow-headers'),
      headers.get('access-control-allow-methods'),
    ]).toEqual([204, origin, 'authorization,content-type', 'GET, POST']);
    const response = await fetch(`${parts.relay.url}/v1/track`, {
      method: 'POST',
      headers: { ...basic(writeKey), origin },
      body: JSON.stringify(event),
    });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
  });

  test.each([
    ['another one', [origin], 'https://www.example.org'],
    ['the same with another port', [origin], `${origin}:8443`],
    ['any, if none is configured', [], origin],
  ])('%s gets no leave', async (__, allowedOrigins, from) => {
    const { headers } = await ask(await start({ allowedOrigins }), from);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('looking after it', () => {
  test('healthz, readyz: a status without a body', async () => {
    const { relay } = await start();
    expect(await call(`${relay.url}/healthz`)).toEqual({ status: 200, body: null });
    expect(await call(`${relay.url}/readyz`)).toEqual({ status: 200, body: null });
  });

  test('metrics count every event once, by what became of it', async () => {
    const parts = await start();
    const { relay } = parts;
    const known = { ...event, messageId: 'm1', properties: { note: 'ana@example.com' } };
    const denied = { ...event, context: { ...context, device: { ...context.device, adTrackingEnabled: false } } };
    const noCountry = { ...event, context: { ...context, location: {}, locale: 'es' } };
    await post(parts, '/v1/batch', { batch: [known, known, denied, denied, noCountry, 'x'] });
    await post(parts, '/v1/track', event, basic('WRONG'));
    await call(`${relay.url}/${writeKey}/mobile${knownQuery}`);
    await parts.arrived(2);
    const metricLines = async (): Promise<string[]> => {
      const text = await (await fetch(`${relay.adminUrl}/metrics`)).text();
      return text.split('\n').filter((line) => /^loop_relay_\w+(?<!_bucket|_sum)(?:\{|\s)/.test(line));
    };
    while (!(await metricLines()).includes('loop_relay_queue_events 0'))
      await new Promise((resolve) => setTimeout(resolve, 5));
    const lines = await metricLines();
    expect(lines).toEqual([
      'loop_relay_queue_events 0',
      'loop_relay_queue_oldest_age_seconds 0',
      'loop_relay_wall 0',
      'loop_relay_one_address_for_many 0',
      'loop_relay_dead_letters 0',
      'loop_relay_queue_books{entry="accepted"} 2',
      'loop_relay_queue_books{entry="delivered"} 2',
      'loop_relay_queue_books{entry="waiting"} 0',
      'loop_relay_queue_books{entry="dead"} 0',
      'loop_relay_queue_books{entry="removed"} 0',
      'loop_relay_requests_total{route="/v1/batch",status="200"} 1',
      'loop_relay_requests_total{route="/v1/track",status="401"} 1',
      'loop_relay_requests_total{route="/:writeKey/mobile",status="200"} 1',
      'loop_relay_requests_refused_total{code="unauthorized"} 1',
      'loop_relay_connections_closed_total 0',
      'loop_relay_events_received_total 7',
      'loop_relay_events_accepted_total 2',
      'loop_relay_events_duplicate_total 1',
      'loop_relay_events_skipped_total{code="tracking_denied"} 2',
      'loop_relay_events_invalid_total{code="missing_ct"} 1',
      'loop_relay_events_invalid_total{code="invalid_event"} 1',
      'loop_relay_values_left_out_total{code="personal_data"} 2',
      'loop_relay_delivered_total 2',
      'loop_relay_dead_letters_dropped_total 0',
      'loop_relay_request_duration_seconds_count{route="/v1/batch"} 1',
      'loop_relay_request_duration_seconds_count{route="/v1/track"} 1',
      'loop_relay_request_duration_seconds_count{route="/:writeKey/mobile"} 1',
      'loop_relay_delivery_duration_seconds_count 2',
    ]);
  });

  test('a port that is taken is named', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await expect(start({ port })).rejects.toThrow(
      `The relay can't listen on 127.0.0.1, port ${port} (EADDRINUSE). Choose another address or port ("port").`,
    );
    server.close();
  });

  test.each<[string, SettingsInput, string]>([
    ['no source hash', {}, 'sourceHash'],
    ['another relay', { sourceHash: 'XYZ123', relay: 'https://relay.example.com' }, 'relay'],
  ])('%s: it does not start', async (__, loop, path) => {
    const error: unknown = await startRelay(loop, { writeKeys: [writeKey] }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SettingsError);
    expect((error as SettingsError).problems.map((problem) => problem.path)).toEqual([path]);
  });
});
