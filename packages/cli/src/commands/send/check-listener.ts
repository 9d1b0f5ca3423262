import { connect } from 'node:net';

import { UsageError } from '../../terminal/usage-error.js';

/** A connection within one machine is there or refused at once. */
const timeoutMs = 2000;

/**
 * Looks whether anything listens, if the endpoint is on this machine: that is the sandbox, and nobody but the user can
 * start it. Without this look the command would try for a minute. Another host may come back, so it is not asked.
 *
 * @throws UsageError that says how to start the sandbox
 */
export async function checkListener(endpoint: string): Promise<void> {
  const { hostname, port, protocol, origin } = new URL(endpoint);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (host !== 'localhost' && host !== '::1' && !host.startsWith('127.')) return;
  const number = Number(port === '' ? (protocol === 'https:' ? 443 : 80) : port);
  if (await isListening(host, number)) return;
  throw new UsageError(
    `Nobody listens at ${origin}, so nothing was sent. Start the sandbox in another terminal, and send again:\n` +
      `  loop-adapters sandbox --port ${String(number)}`,
  );
}

function isListening(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: timeoutMs });
    const settle = (found: boolean): void => {
      socket.destroy();
      resolve(found);
    };
    socket.once('connect', () => {
      settle(true);
    });
    // Only a refusal is an answer: what else goes wrong, the sender tells.
    socket.once('error', (error: NodeJS.ErrnoException) => {
      settle(error.code !== 'ECONNREFUSED');
    });
    socket.once('timeout', () => {
      settle(true);
    });
  });
}
