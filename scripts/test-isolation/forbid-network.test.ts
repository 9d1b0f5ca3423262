import { get } from 'node:http';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** An address that is kept for documentation (RFC 5737): nobody is there, should the guard fail. */
const elsewhere = '192.0.2.1';
const refusal = `The tests may not reach ${elsewhere}. Only this machine is allowed: 127.0.0.1, ::1, localhost.`;

const errorOf = (socket: { once(name: 'error', listener: (error: Error) => void): unknown }): Promise<string> =>
  new Promise((resolve) => {
    socket.once('error', (error) => {
      resolve(error.message);
    });
  });

describe('the network', () => {
  it.each<[string, () => Socket]>([
    ['options', () => connect({ host: elsewhere, port: 80 })],
    ['port and host', () => connect(80, elsewhere)],
    ['TLS', () => connectTls({ host: elsewhere, port: 443 })],
  ])('is refused to a socket: %s', async (_, open) => {
    expect(await errorOf(open())).toBe(refusal);
  });

  it('is refused to http and fetch', async () => {
    expect(await errorOf(get(`http://${elsewhere}/`))).toContain('Disallowed net connect');
    await expect(fetch(`http://${elsewhere}/`)).rejects.toThrow('Disallowed net connect');
  });

  it('ends at this machine', async () => {
    const server = createServer((socket) => socket.end('here'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const answer = await new Promise<string>((resolve) => {
      connect(port, '127.0.0.1').once('data', (data) => {
        resolve(data.toString());
      });
    });
    await new Promise((resolve) => server.close(resolve));
    expect(answer).toBe('here');
  });
});
