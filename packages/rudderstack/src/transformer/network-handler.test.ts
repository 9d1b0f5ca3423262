import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkHandler, type DeliveryRequest } from './network-handler.js';

const params = {
  app: 'com.example.app',
  appn: 'Example App & Söhne',
  source_hash: 'XYZ123',
  'value[ml_sh2]': '31c5543c1734d25c7206f5fd591525d0295bec6fe84ff82f946a34fe970a1e66',
};

/** Runs a stand-in for Loop on loopback, sends one request through a handler, and closes it again. */
async function deliver(listener: RequestListener, Handler = networkHandler) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method ?? ''} ${request.url ?? ''} ${request.headers['user-agent'] ?? ''}`);
    listener(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mobile`;
  try {
    return { seen, ...(await send({ endpoint, params }, Handler)) };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function send(request: DeliveryRequest, Handler = networkHandler) {
  const handler = new Handler();
  const proxied = await handler.proxy(request);
  const destinationResponse = handler.processAxiosResponse(proxied);
  try {
    return { proxied, result: handler.responseHandler({ destinationResponse }) };
  } catch (error) {
    const { name, message, status, statTags, destinationResponse: saved } = error as Error & Record<string, unknown>;
    return {
      proxied,
      result: { class: (error as Error).constructor.name, name, message, status, statTags, destinationResponse: saved },
    };
  }
}

const answer =
  (status: number, headers = {}) =>
  (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, headers).end('source_hash XYZ123 is fine');
  };

it('sends the documented form of the URL', async () => {
  const { seen } = await deliver(answer(200));
  expect(seen).toEqual([
    'GET /mobile?app=com.example.app&appn=Example%20App%20%26%20S%C3%B6hne&source_hash=XYZ123&value[ml_sh2]=31c5543c1734d25c7206f5fd591525d0295bec6fe84ff82f946a34fe970a1e66 RudderLabs',
  ]);
});

it('reads an accepted answer and passes nothing of its body on', async () => {
  const { proxied, result } = await deliver(answer(202));
  expect(proxied).toEqual({ success: true, response: { status: 202 } });
  expect(result).toEqual({
    status: 202,
    message: '[Loop Response Handler] Request processed successfully',
    destinationResponse: { status: 202, response: 'Loop answered with status 202.' },
  });
});

it('does not follow a redirect', async () => {
  const { seen, result } = await deliver(answer(302, { location: '/elsewhere' }));
  expect(seen).toHaveLength(1);
  expect(result).toMatchObject({ class: 'AbortedError', status: 400 });
});

it('counts an answer that breaks off after its status as that status', async () => {
  const { result } = await deliver((_, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('half of', () => response.destroy());
  });
  expect(result).toMatchObject({ status: 200 });
});

const noAnswer = (code: string) => ({
  class: 'RetryableError',
  name: 'Error',
  message: `[Loop Response Handler] No answer from Loop: ${code}. RudderStack sends the event again later.`,
  status: 500,
  statTags: { errorCategory: 'network', errorType: 'retryable' },
  destinationResponse: { status: 500, response: `No answer from Loop: ${code}.` },
});

it('has the event sent again after a connection that breaks', async () => {
  const { proxied, result } = await deliver((request) => request.socket.destroy());
  expect(proxied).toEqual({ success: false, response: { code: 'ECONNRESET' } });
  expect(result).toEqual(noAnswer('ECONNRESET'));
});

it('has the event sent again when nobody listens', async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  const { result } = await send({ endpoint: `http://127.0.0.1:${port}/mobile`, params });
  expect(result).toEqual(noAnswer('ECONNREFUSED'));
});

it('gives up after the time that rudder-transformer allows', async () => {
  process.env['REQUEST_TIMEOUT_IN_MS'] = '50';
  let Handler = networkHandler;
  await jest.isolateModulesAsync(async () => {
    ({ networkHandler: Handler } = await import('./network-handler.js'));
  });
  delete process.env['REQUEST_TIMEOUT_IN_MS'];
  const { proxied } = await deliver(() => undefined, Handler);
  expect(proxied).toEqual({ success: false, response: { code: 'ETIMEDOUT' } });
});

it('describes a request as rudder-transformer compares it', () => {
  expect(
    new networkHandler().prepareProxy({
      endpoint: 'https://api.retargetly.com/mobile',
      params,
      headers: { 'x-a': 'b' },
    }),
  ).toEqual({
    endpoint: 'https://api.retargetly.com/mobile',
    params,
    headers: { 'x-a': 'b', 'User-Agent': 'RudderLabs' },
    method: 'GET',
  });
});
