import { connect } from 'node:net';
import { SettingsError } from '@loop-adapters/core';
import { loopUrl } from '../../test/loop-url.js';
import { startSandbox, type Arrival, type Fault, type Sandbox, type SandboxOptionsInput } from './index.js';

const notice = 'Stands in for the public contract of the Loop Mobile API. This is not Loop.';
const running: Sandbox[] = [];

afterEach(async () => {
  for (const sandbox of running.splice(0)) await sandbox.close();
});

async function start(options: SandboxOptionsInput = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ now: () => 1_767_225_600_000, ...options });
  running.push(sandbox);
  return sandbox;
}

async function call(url: string, method = 'GET') {
  const response = await fetch(url, { method, redirect: 'manual' });
  const text = await response.text();
  const retryAfter = response.headers.get('retry-after');
  return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown), retryAfter };
}

const documentedParams = {
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
};

const documentedUrl =
  '/mobile?app=com.example.app&appn=Example%20App&ct=us&device=Pixel6&et=custom&ip=192.168.1.1&lan=en&mf=Google&source_hash=***&uid=abcdef-1234-5678&device_type=android&value[event]=Sign%20Up';

describe('GET /mobile', () => {
  test('200 for a request that meets the contract', async () => {
    const { endpoint, requests, counts } = await start();
    expect(await call(loopUrl(endpoint))).toEqual({ status: 200, body: { status: 'ok' }, retryAfter: null });
    expect(counts()).toEqual({ total: 1, accepted: 1 });
    expect(requests()).toEqual([
      {
        n: 1,
        receivedAtMs: 1_767_225_600_000,
        url: documentedUrl,
        params: documentedParams,
        answer: { status: 200, problems: [], fault: null },
      },
    ]);
  });

  test('400 with every problem for one that does not', async () => {
    const { endpoint, requests } = await start();
    const url = loopUrl(endpoint).replace('ct=us', 'ct=USA').replace('&uid=abcdef-1234-5678', '&x=1&lan=es');
    const problems = [
      {
        code: 'missing_uid',
        parameter: 'uid',
        message: 'uid is missing: it must be an advertising ID of letters, digits, "-" and "_" that is not all zeros.',
      },
      { code: 'invalid_ct', parameter: 'ct', message: 'ct must be a lower-case ISO 3166-1 alpha-2 code, such as us.' },
      {
        code: 'unknown_parameter',
        parameter: 'x',
        message: 'Loop has no parameter x: send it as value[key], its key of letters, digits, "_", "-" and ".".',
      },
      {
        code: 'repeated_parameter',
        parameter: '***',
        message: 'A parameter comes more than once: send each one once.',
      },
    ];
    expect(await call(url)).toEqual({ status: 400, body: { status: 'invalid', problems }, retryAfter: null });
    expect(requests()[0]?.answer).toEqual({ status: 400, problems, fault: null });
  });

  test('400 for a source hash that it was not started with', async () => {
    const { endpoint } = await start({ sourceHashes: ['ABC'] });
    expect(await call(loopUrl(endpoint))).toEqual({
      status: 400,
      body: {
        status: 'invalid',
        problems: [
          {
            code: 'unknown_source_hash',
            parameter: 'source_hash',
            message: 'source_hash is none of those that the sandbox was started with: check it.',
          },
        ],
      },
      retryAfter: null,
    });
    expect((await call(loopUrl(endpoint).replace('XYZ123', 'ABC'))).status).toBe(200);
  });

  test('a request without a query is answered too', async () => {
    const { endpoint, requests } = await start();
    expect((await call(endpoint)).status).toBe(400);
    expect(requests()[0]).toMatchObject({ url: '/mobile', params: {} });
  });
});

describe('GET /sdk/params', () => {
  test.each([
    [undefined, '?source_hash=XYZ123', '{"status":"ok"}'],
    [undefined, '?source_hash=', ''],
    [undefined, '?source_hash=a%20b', ''],
    [undefined, '', ''],
    [['ABC'], '?source_hash=ABC', '{"status":"ok"}'],
    [['ABC'], '?source_hash=XYZ123', ''],
  ])('source hashes %j, query %j: %j', async (sourceHashes, query, body) => {
    const { url } = await start(sourceHashes === undefined ? {} : { sourceHashes });
    const response = await fetch(`${url}/sdk/params${query}`);
    expect([response.status, await response.text()]).toEqual([200, body]);
  });
});

describe('/requests', () => {
  test('GET lists what arrived, the source hash masked; DELETE forgets it', async () => {
    const { url, endpoint } = await start();
    await call(loopUrl(endpoint));
    await call(`${endpoint}?%73ource_hash=XYZ123&source_hash=XYZ123&et=custom`);
    const { body } = await call(`${url}/requests`);
    expect(body).toMatchObject({
      sandbox: notice,
      total: 2,
      accepted: 1,
      requests: [
        { n: 1, url: documentedUrl, params: documentedParams, answer: { status: 200 } },
        { n: 2, url: '/mobile?source_hash=***&source_hash=***&et=custom', answer: { status: 400 } },
      ],
    });
    expect(JSON.stringify(body)).not.toContain('XYZ123');

    expect(await call(`${url}/requests`, 'DELETE')).toEqual({ status: 204, body: null, retryAfter: null });
    expect((await call(`${url}/requests`)).body).toEqual({ sandbox: notice, total: 0, accepted: 0, requests: [] });
  });

  test('keeps the newest and counts them all', async () => {
    const sandbox = await start({ keep: 3 });
    for (let n = 0; n < 10; n++) await call(loopUrl(sandbox.endpoint));
    expect(sandbox.requests().map(({ n }) => n)).toEqual([8, 9, 10]);
    expect(sandbox.counts()).toEqual({ total: 10, accepted: 10 });
    sandbox.clear();
    expect([sandbox.requests(), sandbox.counts()]).toEqual([[], { total: 0, accepted: 0 }]);
  });
});

describe('anything else', () => {
  test('an unknown path is 404', async () => {
    const { url } = await start();
    expect(await call(`${url}/`)).toEqual({
      status: 404,
      body: { error: 'not_found', sandbox: notice, paths: ['/mobile', '/sdk/params', '/requests'] },
      retryAfter: null,
    });
  });

  test('another method is 405 and says which one works', async () => {
    const { url, counts } = await start();
    const response = await fetch(`${url}/mobile`, { method: 'POST', body: 'x' });
    expect([response.status, response.headers.get('allow'), await response.json()]).toEqual([
      405,
      'GET, HEAD',
      { error: 'method_not_allowed', allowed: ['GET', 'HEAD'] },
    ]);
    expect((await call(`${url}/requests`, 'PUT')).status).toBe(405);
    expect(counts()).toEqual({ total: 0, accepted: 0 });
  });

  test('a page may read the answer to an event, and nothing else', async () => {
    const { url, endpoint, counts } = await start({ failRate: 0 });
    const allows = async (address: string, method = 'GET'): Promise<readonly unknown[]> => {
      const response = await fetch(address, { method, headers: { origin: 'https://shop.example' } });
      return [response.status, response.headers.get('access-control-allow-origin')];
    };
    expect(await allows(`${url}/mobile`, 'HEAD')).toEqual([200, '*']);
    expect(counts()).toEqual({ total: 0, accepted: 0 });
    expect([await allows(loopUrl(endpoint)), await allows(`${url}/mobile`)]).toEqual([
      [200, '*'],
      [400, '*'],
    ]);
    expect([await allows(`${url}/requests`), await allows(`${url}/sdk/params`)]).toEqual([
      [200, null],
      [200, null],
    ]);
  });

  test('every answer says that this is not Loop', async () => {
    const { url } = await start();
    for (const path of ['/mobile', '/sdk/params', '/requests', '/x']) {
      expect((await fetch(url + path)).headers.get('x-loop-sandbox')).toBe(notice);
    }
  });
});

describe('trouble on purpose', () => {
  test('failRate: that part is answered 500', async () => {
    const numbers = [0.1, 0.3, 0.29, 0.9];
    const { endpoint, requests } = await start({ failRate: 0.3, random: () => numbers.shift() ?? 1 });
    for (let n = 0; n < 4; n++) await call(loopUrl(endpoint));
    expect(requests().map(({ answer }) => answer)).toEqual([
      { status: 500, problems: [], fault: 'fail' },
      { status: 200, problems: [], fault: null },
      { status: 500, problems: [], fault: 'fail' },
      { status: 200, problems: [], fault: null },
    ]);
  });

  test('throttleRps: what is over is answered 429, and when to come back', async () => {
    let now = 5000;
    const { endpoint, requests } = await start({ throttleRps: 2, now: () => now });
    const answers = [];
    for (const at of [5000, 5500, 5999, 6000, 6100, 6200, 9000]) {
      now = at;
      const { status, retryAfter } = await call(loopUrl(endpoint));
      answers.push([at, status, retryAfter]);
    }
    expect(answers).toEqual([
      [5000, 200, null],
      [5500, 200, null],
      [5999, 429, '1'],
      [6000, 200, null],
      [6100, 200, null],
      [6200, 429, '1'],
      [9000, 200, null],
    ]);
    expect(requests()[2]?.answer).toEqual({ status: 429, problems: [], fault: 'throttle' });
  });

  test('latencyMs: the answer takes its time, and a client that leaves is noted', async () => {
    const arrivals: Arrival[] = [];
    let arrived: (arrival: Arrival) => void = () => undefined;
    const { url } = await start({
      latencyMs: 1000,
      onRequest: (arrival) => {
        arrivals.push(arrival);
        arrived(arrival);
      },
    });
    const left = new Promise<Arrival>((resolve) => {
      arrived = resolve;
    });
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await new Promise((resolve) => socket.write('GET /mobile HTTP/1.1\r\nhost: x\r\n\r\n', resolve));
    // Gone long before the answer.
    socket.destroy();
    expect((await left).answer.status).toBeNull();

    expect((await call(loopUrl(`${url}/mobile`))).status).toBe(200);
    expect(arrivals.map(({ answer }) => answer.status)).toEqual([null, 200]);
  });

  test.each<[Fault, { status: number; retryAfter: string | null }]>([
    [
      { kind: 'status', status: 503 },
      { status: 503, retryAfter: null },
    ],
    [
      { kind: 'status', status: 429, retryAfter: 5 },
      { status: 429, retryAfter: '5' },
    ],
    [
      { kind: 'status', status: 429, retryAfter: new Date(Date.UTC(2026, 0, 2, 3, 4, 5)) },
      { status: 429, retryAfter: 'Fri, 02 Jan 2026 03:04:05 GMT' },
    ],
    [
      { kind: 'redirect', location: 'http://127.0.0.1:1/' },
      { status: 302, retryAfter: null },
    ],
  ])('the fault script: %j', async (fault, expected) => {
    const { endpoint, requests } = await start({ answers: () => fault });
    expect(await call(loopUrl(endpoint))).toEqual({ body: null, ...expected });
    expect(requests()[0]?.answer).toEqual({ status: expected.status, problems: [], fault: fault.kind });
  });

  test.each<[Fault, number | null]>([
    [{ kind: 'reset' }, null],
    [{ kind: 'half_status_line' }, null],
    [{ kind: 'half_body', status: 200 }, 200],
  ])('the fault script cuts the connection: %j', async (fault, status) => {
    const { endpoint, requests } = await start({ answers: () => fault });
    await expect(call(loopUrl(endpoint))).rejects.toThrow();
    expect(requests()[0]?.answer).toEqual({ status, problems: [], fault: fault.kind });
  });

  test.each<Fault>([{ kind: 'hang' }, { kind: 'stalled_body', status: 200 }])(
    'the fault script never ends, until the sandbox is closed: %j',
    async (fault) => {
      let arrived = (): void => undefined;
      const arrival = new Promise<void>((resolve) => {
        arrived = resolve;
      });
      const sandbox = await start({
        answers: () => fault,
        onRequest: () => {
          arrived();
        },
      });
      const answer = call(loopUrl(sandbox.endpoint)).then(
        () => 'answered',
        () => 'cut',
      );
      await arrival;
      expect(await Promise.race([answer, new Promise((resolve) => setImmediate(resolve, 'waiting'))])).toBe('waiting');
      await sandbox.close();
      expect(await answer).toBe('cut');
    },
  );

  test('the fault script sees the number and the request', async () => {
    const seen: unknown[] = [];
    const { endpoint } = await start({
      answers: (n, { params }) => {
        seen.push([n, params['value[event]'], params.source_hash]);
        return undefined;
      },
    });
    await call(loopUrl(endpoint, 'a'));
    await call(loopUrl(endpoint, 'b'));
    expect(seen).toEqual([
      [1, 'a', '***'],
      [2, 'b', '***'],
    ]);
  });
});

describe('starting and closing', () => {
  test('every problem of the options is named', async () => {
    const wrong = {
      port: 70_000,
      host: '',
      failRate: 2,
      throttleRps: 0.5,
      latencyMs: -1,
      keep: 0,
      sourceHashes: 'ABC',
      answers: 500,
      seed: 1,
    } as unknown as SandboxOptionsInput;
    const error: unknown = await startSandbox(wrong).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SettingsError);
    expect((error as SettingsError).problems).toEqual([
      { path: 'port', message: 'It must be a whole number from 0 to 65535.' },
      { path: 'host', message: 'It must not be empty; leave it out.' },
      { path: 'failRate', message: 'It must be a number from 0 to 1.' },
      { path: 'throttleRps', message: 'It must be a whole number from 1 to 1000000.' },
      { path: 'latencyMs', message: 'It must be a whole number from 0 to 600000.' },
      { path: 'sourceHashes', message: 'It must be a list.' },
      { path: 'keep', message: 'It must be a whole number from 1 to 1000000.' },
      { path: 'answers', message: 'It must be a function.' },
      {
        path: 'seed',
        message:
          'There is no such setting. Known here: port, host, failRate, throttleRps, latencyMs, sourceHashes, keep, onRequest, answers, random, now.',
      },
    ]);
  });

  test('a port that is taken is named', async () => {
    const { url } = await start();
    const port = Number(new URL(url).port);
    await expect(startSandbox({ port })).rejects.toThrow(
      `The sandbox can't listen on 127.0.0.1, port ${String(port)} (EADDRINUSE). Choose another port.`,
    );
  });

  test('listens on IPv6 too', async () => {
    const { url, endpoint } = await start({ host: '::1' });
    expect(url).toMatch(/^http:\/\/\[::1\]:\d+$/);
    expect((await call(loopUrl(endpoint))).status).toBe(200);
  });

  test('closing twice is the same as once', async () => {
    const sandbox = await start();
    await sandbox.close();
    await sandbox.close();
    await expect(fetch(sandbox.url)).rejects.toThrow();
  });
});
