import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { deliveryCodes } from './delivery-codes.js';
import { createSender, type Sender } from './sender.js';
import type { SenderSettingsInput } from './sender-settings.js';
import type { RetryNotice } from './retry-notice.js';
import { startSandbox, type Fault, type Sandbox, type SandboxOptionsInput } from '../sandbox/index.js';
import { loopUrl } from '../../test/loop-url.js';
import { VirtualClock } from '../../test/virtual-clock.js';

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

async function sandbox(options: SandboxOptionsInput = {}): Promise<Sandbox> {
  const started = await startSandbox(options);
  open.push(started);
  return started;
}

/** How long a test waits for what never comes: long enough for what does come on a busy machine. In milliseconds. */
const hangMs = 1000;

function sender(settings: SenderSettingsInput = {}, clock = new VirtualClock(), random = () => 0.5): Sender {
  const created = createSender({ timeoutMs: 60_000, ...settings }, { clock, random });
  open.push(created);
  return created;
}

/** A server that says whatever it is told to, HTTP or not. */
async function rawServer(say: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('data', () => {
      say(socket);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push({
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  });
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/mobile`;
}

describe('a request that Loop accepts', () => {
  test('goes out once, byte for byte', async () => {
    const loop = await sandbox();
    const url = loopUrl(loop.endpoint);
    expect(await sender().send({ url })).toEqual({ status: 'delivered', httpStatus: 200, attempts: 1 });
    expect(loop.requests()).toEqual([
      {
        n: 1,
        receivedAtMs: expect.any(Number),
        url: '/mobile?app=com.example.app&appn=Example%20App&ct=us&device=Pixel6&et=custom&ip=192.168.1.1&lan=en&mf=Google&source_hash=***&uid=abcdef-1234-5678&device_type=android&value[event]=Sign%20Up',
        params: {
          app: 'com.example.app',
          appn: 'Example App',
          ct: 'us',
          device: 'Pixel6',
          et: 'custom',
          ip: '192.168.1.1',
          lan: 'en',
          mf: 'Google',
          source_hash: '***',
          uid: 'abcdef-1234-5678',
          device_type: 'android',
          'value[event]': 'Sign Up',
        },
        answer: { status: 200, problems: [], fault: null },
      },
    ]);
  });

  test.each<[string, Fault, number]>([
    ['the body is cut off', { kind: 'half_body', status: 200 }, 200],
    ['the body never ends', { kind: 'stalled_body', status: 202 }, 202],
    ['there is no body', { kind: 'status', status: 204 }, 204],
  ])('is delivered although %s', async (_name, fault, httpStatus) => {
    const loop = await sandbox({ answers: () => fault });
    const result = await sender({ timeoutMs: hangMs }).send({ url: loopUrl(loop.endpoint) });
    expect(result).toEqual({ status: 'delivered', httpStatus, attempts: 1 });
    expect(loop.counts()).toEqual({ total: 1, accepted: 1 });
  });

  test('is delivered although the body is endless, fast or slow', async () => {
    for (const [bytes, everyMs, timeoutMs] of [
      [100_000, 1, 600_000],
      [10, 20, hangMs],
    ] as const) {
      const endpoint = await rawServer((socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 999999999\r\n\r\n');
        const timer = setInterval(() => socket.write('x'.repeat(bytes)), everyMs);
        socket.on('close', () => {
          clearInterval(timer);
        });
      });
      const result = await sender({ timeoutMs }).send({ url: loopUrl(endpoint) });
      expect(result).toEqual({ status: 'delivered', httpStatus: 200, attempts: 1 });
    }
  });

  test('is delivered after informational answers', async () => {
    const endpoint = await rawServer((socket) => {
      socket.write('HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
    });
    const result = await sender().send({ url: loopUrl(endpoint) });
    expect(result).toEqual({ status: 'delivered', httpStatus: 200, attempts: 1 });
  });
});

describe('a request that Loop refuses', () => {
  test.each([400, 401, 403, 404, 413, 422, 501])('is not sent again: %d', async (status) => {
    const loop = await sandbox({ answers: () => ({ kind: 'status', status }) });
    expect(await sender().send({ url: loopUrl(loop.endpoint) })).toEqual({
      status: 'refused',
      httpStatus: status,
      attempts: 1,
      code: 'refused',
      message: `Loop answered ${String(status)}. ${deliveryCodes.refused}`,
    });
    expect(loop.counts()).toEqual({ total: 1, accepted: 0 });
  });

  test('a redirect is not followed', async () => {
    const elsewhere = await sandbox();
    const loop = await sandbox({ answers: () => ({ kind: 'redirect', location: elsewhere.endpoint }) });
    expect(await sender().send({ url: loopUrl(loop.endpoint) })).toEqual({
      status: 'refused',
      httpStatus: 302,
      attempts: 1,
      code: 'redirected',
      message: `Loop answered 302. ${deliveryCodes.redirected}`,
    });
    expect(elsewhere.counts()).toEqual({ total: 0, accepted: 0 });
  });
});

describe('a request that finds no answer', () => {
  test.each<[string, Fault, string, number | null, string]>([
    ['429', { kind: 'status', status: 429 }, 'throttled', 429, 'HTTP 429'],
    ['500', { kind: 'status', status: 500 }, 'unavailable', 500, 'HTTP 500'],
    ['503', { kind: 'status', status: 503 }, 'unavailable', 503, 'HTTP 503'],
    ['408', { kind: 'status', status: 408 }, 'unavailable', 408, 'HTTP 408'],
    ['half of a 500', { kind: 'half_body', status: 500 }, 'unavailable', 500, 'HTTP 500'],
    ['reset', { kind: 'reset' }, 'connection_lost', null, 'ECONNRESET'],
    ['half a status line', { kind: 'half_status_line' }, 'connection_lost', null, 'UND_ERR_SOCKET'],
    ['hang', { kind: 'hang' }, 'timeout', null, 'UND_ERR_HEADERS_TIMEOUT'],
  ])('is sent until the tries are used up: %s', async (_name, fault, code, lastStatus, found) => {
    const loop = await sandbox({ answers: () => fault });
    const timeoutMs = fault.kind === 'hang' ? hangMs : 60_000;
    const result = await sender({ retry: { attempts: 3 }, timeoutMs }).send({ url: loopUrl(loop.endpoint) });
    expect(result).toEqual({
      status: 'failed',
      attempts: 3,
      code,
      message: `${deliveryCodes[code as keyof typeof deliveryCodes]} (${found})`,
      ...(found.startsWith('HTTP ') ? {} : { cause: found }),
      lastStatus,
    });
    expect(loop.counts()).toEqual({ total: 3, accepted: 0 });
  });

  test('remembers the last status when the last try had none', async () => {
    const loop = await sandbox({ answers: (n) => (n === 1 ? { kind: 'status', status: 500 } : { kind: 'reset' }) });
    expect(await sender({ retry: { attempts: 2 } }).send({ url: loopUrl(loop.endpoint) })).toEqual({
      status: 'failed',
      attempts: 2,
      code: 'connection_lost',
      message: `${deliveryCodes.connection_lost} (ECONNRESET)`,
      cause: 'ECONNRESET',
      lastStatus: 500,
    });
  });

  test('an informational answer is none', async () => {
    const endpoint = await rawServer((socket) => {
      socket.end('HTTP/1.1 103 Early Hints\r\n\r\n');
    });
    expect(await sender({ retry: { attempts: 2 } }).send({ url: loopUrl(endpoint) })).toEqual({
      status: 'failed',
      attempts: 2,
      code: 'connection_lost',
      message: `${deliveryCodes.connection_lost} (UND_ERR_SOCKET)`,
      cause: 'UND_ERR_SOCKET',
      lastStatus: null,
    });
  });

  test('nobody listens', async () => {
    const gone = await startSandbox();
    await gone.close();
    expect(await sender({ retry: { attempts: 2 } }).send({ url: loopUrl(gone.endpoint) })).toEqual({
      status: 'failed',
      attempts: 2,
      code: 'no_connection',
      message: `${deliveryCodes.no_connection} (ECONNREFUSED)`,
      cause: 'ECONNREFUSED',
      lastStatus: null,
    });
  });

  test('what answers does not speak HTTP', async () => {
    const endpoint = await rawServer((socket) => {
      socket.end('SSH-2.0-OpenSSH_9.2\r\n');
    });
    expect(await sender({ retry: { attempts: 2 } }).send({ url: loopUrl(endpoint) })).toEqual({
      status: 'failed',
      attempts: 2,
      code: 'unreadable_answer',
      message: `${deliveryCodes.unreadable_answer} (HTTPParserError)`,
      cause: 'HTTPParserError',
      lastStatus: null,
    });
  });

  test.each([
    'mobile?app=a',
    'ftp://127.0.0.1/mobile?app=a',
    'http://api.retargetly.com/mobile?app=a',
    'https://ana@127.0.0.1/mobile?app=a',
    'https://127.0.0.1/mobile?app=a b',
    'https://127.0.0.1/mobile?app=á',
    'https://127.0.0.1/mobile?app=a#b',
    'https://127.0.0.1:99999/mobile?app=a',
  ])('is not sent at all: %s', async (url) => {
    expect(await sender().send({ url })).toEqual({
      status: 'failed',
      attempts: 0,
      code: 'invalid_request',
      message: deliveryCodes.invalid_request,
      lastStatus: null,
    });
  });
});

describe('the waits', () => {
  test('double up to their cap, with full jitter', async () => {
    const loop = await sandbox({ answers: () => ({ kind: 'status', status: 500 }) });
    const clock = new VirtualClock();
    const retry = { attempts: 7, baseDelayMs: 100, maxDelayMs: 1000 };
    await sender({ retry }, clock, () => 0.75).send({ url: loopUrl(loop.endpoint) });
    expect(clock.waits).toEqual([75, 150, 300, 600, 750, 750]);
  });

  test('are told before they begin', async () => {
    const clock = new VirtualClock();
    const faults: (Fault | undefined)[] = [
      { kind: 'status', status: 500 },
      { kind: 'reset' },
      { kind: 'status', status: 429, retryAfter: 7 },
      { kind: 'status', status: 503, retryAfter: new Date(clock.now() + 60_000) },
    ];
    const loop = await sandbox({ answers: (n) => faults[n - 1], now: () => clock.now() });
    const notices: RetryNotice[] = [];
    const settings: SenderSettingsInput = {
      retry: { baseDelayMs: 1000 },
      onRetry: (notice) => notices.push(notice),
    };
    const result = await sender(settings, clock).send({ url: loopUrl(loop.endpoint) });
    expect(result).toEqual({ status: 'delivered', httpStatus: 200, attempts: 5 });
    expect(notices).toEqual([
      { attempts: 1, delayMs: 500, httpStatus: 500, asked: false },
      { attempts: 2, delayMs: 1000, httpStatus: null, asked: false },
      { attempts: 3, delayMs: 7000, httpStatus: 429, asked: true },
      { attempts: 4, delayMs: 51_500, httpStatus: 503, asked: true },
    ]);
    const start = loop.requests()[0]?.receivedAtMs ?? 0;
    expect(loop.requests().map((arrival) => arrival.receivedAtMs - start)).toEqual([0, 500, 1500, 8500, 60_000]);
  });

  test('a Retry-After past the bound is cut to it', async () => {
    const loop = await sandbox({
      answers: (n) => (n === 1 ? { kind: 'status', status: 503, retryAfter: 86_400 } : undefined),
    });
    const clock = new VirtualClock();
    const result = await sender({ retry: { maxRetryAfterMs: 5000 } }, clock).send({ url: loopUrl(loop.endpoint) });
    expect(result).toEqual({ status: 'delivered', httpStatus: 200, attempts: 2 });
    expect(clock.waits).toEqual([5000, 5000]);
  });
});

describe('an abort', () => {
  const aborted = (attempts: number, lastStatus: number | null) => ({
    status: 'failed',
    attempts,
    code: 'aborted',
    message: deliveryCodes.aborted,
    lastStatus,
  });

  test('before the start: nothing goes out', async () => {
    const loop = await sandbox();
    const signal = AbortSignal.abort();
    expect(await sender().send({ url: loopUrl(loop.endpoint) }, { signal })).toEqual(aborted(0, null));
    expect(loop.counts()).toEqual({ total: 0, accepted: 0 });
  });

  test('during a wait: ends it at once', async () => {
    const loop = await sandbox({ answers: () => ({ kind: 'status', status: 503, retryAfter: 3600 }) });
    const controller = new AbortController();
    const settings: SenderSettingsInput = {
      onRetry: () => {
        controller.abort();
      },
    };
    const neverAgain = { now: () => Date.now(), after: () => () => undefined };
    const created = createSender(settings, { clock: neverAgain });
    open.push(created);
    const result = await created.send({ url: loopUrl(loop.endpoint) }, { signal: controller.signal });
    expect(result).toEqual(aborted(1, 503));
  });

  test.each([1, 2])('on the way, at try %d: the request comes back first', async (abortedTry) => {
    const controller = new AbortController();
    const loop = await sandbox({
      answers: (n) => {
        if (n < abortedTry) return { kind: 'status', status: 500 };
        controller.abort();
        return undefined;
      },
    });
    const result = await sender().send({ url: loopUrl(loop.endpoint) }, { signal: controller.signal });
    expect(result).toEqual({ status: 'delivered', httpStatus: 200, attempts: abortedTry });
  });

  test('on the way, and then it fails: no further try', async () => {
    const controller = new AbortController();
    const loop = await sandbox({
      answers: () => {
        controller.abort();
        return { kind: 'status', status: 500 };
      },
    });
    const result = await sender().send({ url: loopUrl(loop.endpoint) }, { signal: controller.signal });
    expect(result).toEqual(aborted(1, 500));
  });

  test('in line: those that wait give up, the one that is out is delivered', async () => {
    const controller = new AbortController();
    const loop = await sandbox({
      answers: () => {
        controller.abort();
        return undefined;
      },
    });
    const one = sender({ concurrency: 1 });
    const results = await Promise.all(
      ['a', 'b', 'c'].map((event) => one.send({ url: loopUrl(loop.endpoint, event) }, { signal: controller.signal })),
    );
    expect(results).toEqual([
      { status: 'delivered', httpStatus: 200, attempts: 1 },
      aborted(0, null),
      aborted(0, null),
    ]);
    expect(await one.send({ url: loopUrl(loop.endpoint, 'd') })).toEqual({
      status: 'delivered',
      httpStatus: 200,
      attempts: 1,
    });
    expect(loop.requests().map(({ params }) => params['value[event]'])).toEqual(['a', 'd']);
  });
});

describe('closing', () => {
  test('waits for what was taken, tries again included, and takes no more', async () => {
    const loop = await sandbox({ answers: (n) => (n <= 3 ? { kind: 'status', status: 500 } : undefined) });
    const one = sender({ concurrency: 1 });
    const results = ['a', 'b', 'c'].map((event) => one.send({ url: loopUrl(loop.endpoint, event) }));
    const closed = one.close();
    expect(await one.send({ url: loopUrl(loop.endpoint, 'd') })).toEqual({
      status: 'failed',
      attempts: 0,
      code: 'closed',
      message: deliveryCodes.closed,
      lastStatus: null,
    });
    await closed;
    expect((await Promise.all(results)).map(({ status }) => status)).toEqual(['delivered', 'delivered', 'delivered']);
    expect(loop.counts()).toEqual({ total: 6, accepted: 3 });
  });

  test('twice is the same as once, and a sender that sent nothing closes too', async () => {
    const unused = createSender();
    expect(unused.close()).toBe(unused.close());
    await unused.close();
  });
});

test('no more than `concurrency` are out at once', async () => {
  let out = 0;
  let most = 0;
  const loop = await sandbox({
    latencyMs: 5,
    answers: () => {
      out++;
      most = Math.max(most, out);
      return undefined;
    },
    onRequest: () => out--,
  });
  const three = sender({ concurrency: 3 });
  await Promise.all(Array.from({ length: 20 }, (_, n) => three.send({ url: loopUrl(loop.endpoint, String(n)) })));
  expect(most).toBe(3);
});

test('no result and no notice shows the query', async () => {
  const faults: Fault[] = [
    { kind: 'hang' },
    { kind: 'reset' },
    { kind: 'half_status_line' },
    { kind: 'status', status: 429 },
    { kind: 'status', status: 400 },
  ];
  const loop = await sandbox({ answers: (n) => faults[n % faults.length] });
  const seen: unknown[] = [];
  const all = sender({ timeoutMs: 200, retry: { attempts: 3 }, onRetry: (notice) => seen.push(notice) });
  const urls = [
    loopUrl(loop.endpoint),
    loopUrl('http://127.0.0.1:1/mobile'),
    loopUrl('nowhere'),
    loopUrl('http://h.example/mobile'),
  ];
  for (let round = 0; round < 5; round++) for (const url of urls) seen.push(await all.send({ url }));
  expect(JSON.stringify(seen)).not.toMatch(/XYZ123|abcdef|source_hash|192\.168|Pixel6/);
});
