// What is tried on the relay. Each attack ends by itself and throws if the relay answered otherwise than it should.
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';

const basic = (key) => ({ authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` });
const key = basic('ATTACK');
const batchBytes = 512_000;

const device = { type: 'android', model: 'Pixel6', advertisingId: 'abcdef-1234-5678' };
const context = { app: { namespace: 'com.example.app' }, device, ip: '181.46.137.10', location: { country: 'AR' } };
const many = (count, make) => Array.from({ length: count }, (_, n) => make(n));

async function post(url, path, body, headers = key) {
  const response = await fetch(url + path, { method: 'POST', headers, body });
  await response.arrayBuffer();
  return response.status;
}

function expectEach(statuses, ...allowed) {
  const wrong = statuses.filter((status) => !allowed.includes(status));
  if (wrong.length > 0) throw new Error(`answered ${[...new Set(wrong)].join(', ')}, not ${allowed.join(' or ')}`);
}

/** Connections that are closed in the end, whatever happens. */
async function withSockets(url, count, run) {
  const port = Number(new URL(url).port);
  const sockets = many(count, () => connect(port, '127.0.0.1').on('error', () => undefined));
  try {
    await run(sockets);
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}

const head = (length, more = '') => `POST /v1/batch HTTP/1.1\r\nhost: x\r\ncontent-length: ${length}\r\n${more}\r\n`;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const zipped = (value) => gzipSync(JSON.stringify(value));
const packed = { ...key, 'content-encoding': 'gzip' };

/** An event of nearly 32 KB in many small parts. */
const costly = {
  type: 'track',
  event: 'x',
  context,
  properties: Object.fromEntries(many(900, (n) => [`k${n}`, `call me ${n} +5`])),
};

export const attacks = {
  'a context of 400 KB beside 2,500 events, 7 kB on the wire': async (url) => {
    const traits = { note: 'x'.repeat(400_000) };
    const body = zipped({ context: { ...context, traits }, batch: many(2500, () => ({ type: 'identify' })) });
    expectEach(await Promise.all(many(4, () => post(url, '/v1/batch', body, packed))), 413);
  },
  'the largest context that is taken, beside 2,500 events': async (url) => {
    const traits = Object.fromEntries(many(90, (n) => [`key_${n}`, n]));
    const body = zipped({ context: { ...context, traits }, batch: many(2500, () => ({ type: 'identify' })) });
    const from = (n) => ({ ...packed, ...basic('BULK'), 'x-forwarded-for': `203.0.113.${n}` });
    expectEach(await Promise.all(many(4, (n) => post(url, '/v1/batch', body, from(n)))), 200, 413, 429);
  },
  '500 KB of nested brackets, and of one-letter keys': async (url) => {
    const brackets = '['.repeat(batchBytes / 2) + ']'.repeat(batchBytes / 2);
    const keys = `{${many(60_000, (n) => `"${n.toString(36)}":1`).join(',')}}`;
    const bodies = many(20, (n) => (n % 2 === 0 ? brackets : keys));
    expectEach(await Promise.all(bodies.map((body) => post(url, '/v1/batch', body))), 413);
  },
  '500 KB of events that cost the most, four times at once': async (url) => {
    const body = JSON.stringify({ batch: many(20, () => costly) }).slice(0, batchBytes);
    const whole = body.length < batchBytes ? body : JSON.stringify({ batch: many(14, () => costly) });
    expectEach(await Promise.all(many(4, () => post(url, '/v1/batch', whole))), 200);
  },
  '200 events of 32 KB that cost the most, on connections of their own': async (url) => {
    expectEach(await Promise.all(many(200, () => post(url, '/v1/track', JSON.stringify(costly)))), 200, 429);
  },
  '500 gzip bombs without a key': async (url) => {
    const bomb = gzipSync(Buffer.alloc(batchBytes - 1, ' '));
    const statuses = await Promise.all(many(500, () => post(url, '/v1/batch', bomb, { 'content-encoding': 'gzip' })));
    expectEach(statuses, 401, 429);
  },
  '1,500 unfinished bodies without a key': async (url) => {
    const piece = Buffer.alloc(400_000, ' ');
    await withSockets(url, 1500, async (sockets) => {
      for (const socket of sockets) socket.write(Buffer.concat([Buffer.from(head(500_000)), piece]));
      await pause(2000);
    });
  },
  '300 clients that ask a lot and read nothing': async (url) => {
    const body = JSON.stringify({ batch: many(2500, () => ({ type: 'track' })) });
    const request = Buffer.from(head(body.length, `authorization: ${key.authorization}\r\n`) + body);
    await withSockets(url, 300, async (sockets) => {
      for (const socket of sockets) socket.pause().write(Buffer.concat(many(5, () => request)));
      await pause(2500);
    });
  },
  'a body of a byte a second is cut after its time': async (url) => {
    await withSockets(url, 1, async ([socket]) => {
      socket.write(`${head(1000)}{`);
      const more = setInterval(() => socket.write(' '), 1000);
      const startMs = performance.now();
      await new Promise((resolve) => socket.resume().once('close', resolve));
      clearInterval(more);
      if (performance.now() - startMs > 6000) throw new Error('it was cut too late');
    });
  },
  '200 batches of junk at once, and a full one of one client: others get in': async (url) => {
    const attacker = { ...key, 'x-forwarded-for': '198.51.100.7' };
    const junk = gzipSync(JSON.stringify({ batch: many(2500, () => ({})) }));
    const full = zipped({ context, batch: many(2500, () => ({ type: 'track', event: 'x' })) });
    const bodies = [...many(40, () => junk), ...many(5, () => full)];
    const headers = { ...attacker, 'content-encoding': 'gzip' };
    await Promise.all(bodies.map((body) => post(url, '/v1/batch', body, headers)));
    const other = { ...key, 'x-forwarded-for': '192.0.2.9' };
    expectEach([await post(url, '/v1/track', JSON.stringify({ type: 'track', event: 'x', context }), other)], 200);
  },
  '1,000 wrong keys of one address: the right key gets in from there': async (url) => {
    const from = { 'x-forwarded-for': '198.51.100.8' };
    const wrong = { ...from, authorization: `Basic ${Buffer.from('WRONG:').toString('base64')}` };
    expectEach(await Promise.all(many(1000, () => post(url, '/v1/track', '{}', wrong))), 401, 429);
    expectEach(
      [await post(url, '/v1/track', JSON.stringify({ type: 'track', event: 'x', context }), { ...key, ...from })],
      200,
    );
  },
  'a page of another origin, as text/plain': async (url) => {
    const headers = { ...key, origin: 'https://www.example.org', 'content-type': 'text/plain' };
    expectEach([await post(url, '/v1/track', JSON.stringify({ type: 'track', event: 'x', context }), headers)], 403);
  },
};
