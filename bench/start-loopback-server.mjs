import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/**
 * Starts the server that the rows on sending send to.
 *
 * @returns `endpoint`: where it listens. `answered`: how many requests it has answered so far. `stop`: ends it.
 */
export async function startLoopbackServer() {
  const child = fork(join(import.meta.dirname, 'loopback-server.mjs'), { execArgv: [] });
  const [port] = await once(child, 'message');
  const answered = async () => {
    child.send('answered?');
    const [count] = await once(child, 'message');
    return count;
  };
  return { endpoint: `http://127.0.0.1:${port}/mobile`, answered, stop: () => child.kill() };
}
