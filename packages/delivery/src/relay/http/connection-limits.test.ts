import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import { limitConnections } from './connection-limits.js';

class FakeSocket extends EventEmitter {
  isOpen = true;
  constructor(readonly remoteAddress: string) {
    super();
  }
  destroy(): void {
    this.isOpen = false;
    this.emit('close');
  }
}

test('an address has so many connections at once; this machine and a proxy have those of many', () => {
  const server = createServer();
  // What HTTP would do with a connection.
  server.removeAllListeners('connection');
  let closed = 0;
  limitConnections(
    server,
    { connections: 100, connectionsPerAddress: 2 },
    (address) => address === '192.0.2.99',
    () => {
      closed++;
    },
  );
  const connect = (address: string): FakeSocket => {
    const socket = new FakeSocket(address);
    server.emit('connection', socket);
    return socket;
  };
  const first = ['192.0.2.7', '192.0.2.7', '192.0.2.7', '192.0.2.8', '::ffff:192.0.2.7'].map(connect);
  expect(first.map(({ isOpen }) => isOpen)).toEqual([true, true, false, true, false]);
  first[0]?.destroy();
  expect([connect('192.0.2.7').isOpen, connect('192.0.2.7').isOpen]).toEqual([true, false]);
  const shared = ['127.0.0.1', '127.0.0.1', '127.0.0.1', '192.0.2.99', '192.0.2.99', '192.0.2.99'].map(connect);
  expect(shared.every(({ isOpen }) => isOpen)).toBe(true);
  expect([closed, server.maxConnections]).toEqual([3, 100]);
});
