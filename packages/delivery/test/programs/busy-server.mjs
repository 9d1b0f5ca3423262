// A server whose connections take a while: its waiting line is one long and full, so that the system lets a client knock
// again after a second. Says its port, and takes connections again once it is told to.
import { connect, createServer } from 'node:net';

const server = createServer((socket) => {
  socket.on('error', () => undefined);
  socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n'));
});
server.listen({ host: '127.0.0.1', port: 0, backlog: 1 }, () => {
  const { port } = server.address();
  // What fills the line. Nothing is accepted before this function has ended.
  for (let count = 0; count < 8; count++) connect(port, '127.0.0.1').on('error', () => undefined);
  setImmediate(() => {
    process.send(port);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(process.argv[2]));
  });
});
process.on('disconnect', () => process.exit(0));
