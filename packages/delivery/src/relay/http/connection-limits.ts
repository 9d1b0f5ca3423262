import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { clientNetwork, isLoopback } from './client-network.js';

/** How many connections there may be. */
export interface ConnectionLimits {
  readonly connections: number;
  readonly connectionsPerAddress: number;
}

/**
 * Closes connections beyond the limits as they come: nothing of them is read.
 *
 * @param isProxy a proxy's connections are those of many clients, so only the limit of all holds for it
 * @param onClosed told of each
 */
export function limitConnections(
  server: Server,
  { connections, connectionsPerAddress }: ConnectionLimits,
  isProxy: (address: string) => boolean,
  onClosed: () => void,
): void {
  const open = new Map<string, number>();
  server.maxConnections = connections;
  server.on('drop', onClosed);
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    if (isLoopback(address) || isProxy(address)) return;
    const network = clientNetwork(address);
    const count = (open.get(network) ?? 0) + 1;
    open.set(network, count);
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1;
      if (left === 0) open.delete(network);
      else open.set(network, left);
    });
    if (count <= connectionsPerAddress) return;
    onClosed();
    socket.destroy();
  });
}
