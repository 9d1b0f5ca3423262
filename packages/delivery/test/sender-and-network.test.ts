import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type LookupFunction, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createSender, type SenderTools } from '../src/sender/sender.js';
import type { SenderSettingsInput } from '../src/sender/sender-settings.js';

const toClose: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

async function listen(host: string, onSocket: (socket: Socket) => void, port = 0): Promise<[Server, number]> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    onSocket(socket);
  });
  server.listen(port, host);
  await once(server, 'listening');
  toClose.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return [server, (server.address() as AddressInfo).port];
}

const answer200 = (socket: Socket): void => {
  socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'));
};

/** Says which addresses a host has, as DNS does. */
function lookupOf(addresses: () => readonly string[]): LookupFunction {
  return (_host, options, callback) => {
    const found = addresses().map((address) => ({ address, family: 4 }));
    process.nextTick(() => {
      if (options.all === true) callback(null, found);
      else callback(null, found[0]?.address ?? '', 4);
    });
  };
}

function sender(settings: SenderSettingsInput, tools: Partial<SenderTools> = {}) {
  const created = createSender({ timeoutMs: 60_000, retry: { attempts: 1 }, ...settings }, tools);
  toClose.push(() => created.close());
  return created;
}

// No DNS is asked: the host is a name of this machine.
const urlAt = (port: number): string => `http://localhost:${port}/mobile?et=custom`;

test('a first connection that takes a second succeeds, although the host has several addresses', async () => {
  const program = join(import.meta.dirname, 'programs/busy-server.mjs');
  const server = fork(program, ['700'], { execArgv: [] });
  toClose.push(() => {
    server.disconnect();
  });
  const [port] = (await once(server, 'message')) as [number];
  const lookup = lookupOf(() => ['127.0.0.1', '127.0.0.1']);
  expect(await sender({}, { lookup }).send({ url: urlAt(port) })).toMatchObject({ status: 'delivered' });
});

test('where the first of several addresses refuses, the next is used', async () => {
  const [, port] = await listen('127.0.0.2', answer200);
  const lookup = lookupOf(() => ['127.0.0.3', '127.0.0.2']);
  expect(await sender({}, { lookup }).send({ url: urlAt(port) })).toMatchObject({ status: 'delivered' });
});

test('under steady traffic, a new address in DNS is used once the connections are old', async () => {
  let [atOld, atNew] = [0, 0];
  const [, port] = await listen('127.0.0.2', (socket) => {
    socket.on('data', () => atOld++);
    answer200(socket);
  });
  await listen(
    '127.0.0.3',
    (socket) => {
      socket.on('data', () => atNew++);
      answer200(socket);
    },
    port,
  );
  let addresses = ['127.0.0.2'];
  const one = sender({ connectionMs: 20, concurrency: 4 }, { lookup: lookupOf(() => addresses) });
  const sendFour = (): Promise<unknown> => Promise.all([1, 2, 3, 4].map(() => one.send({ url: urlAt(port) })));
  await sendFour();
  expect([atOld, atNew]).toEqual([4, 0]);
  addresses = ['127.0.0.3'];
  while (atNew === 0) await sendFour();
  // Connections that are still young are used up.
  for (let before = -1; before !== atOld;) {
    before = atOld;
    for (const endMs = performance.now() + 40; performance.now() < endMs;) await sendFour();
  }
  const sent = atOld + atNew;
  const old = atOld;
  await sendFour();
  expect([atOld - old, atOld + atNew - sent]).toEqual([0, 4]);
});

test.each([
  ['an endless body', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n', `1000\r\n${'x'.repeat(4096)}\r\n`, 0],
  ['a body of a byte now and then', 'HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n', 'x', 10],
])('%s is cut, and what the status said counts', async (_, head, piece, everyMs) => {
  let onCut: () => void = () => undefined;
  const cut = new Promise<void>((resolve) => (onCut = resolve));
  const [, port] = await listen('127.0.0.1', (socket) => {
    socket.once('data', () => {
      socket.write(head);
      const more = setInterval(() => socket.write(piece), everyMs);
      socket.once('close', () => {
        clearInterval(more);
        onCut();
      });
    });
  });
  const lookup = lookupOf(() => ['127.0.0.1']);
  // Enough for the status line on a busy machine: what takes longer is the body.
  const one = sender({ timeoutMs: 1000 }, { lookup });
  expect(await one.send({ url: urlAt(port) })).toMatchObject({ status: 'delivered', httpStatus: 200 });
  await one.close();
  await cut;
});
