import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { temporaryFolder } from './temporary-folder.js';

/** A Redis of the test's own. */
export interface TestRedis {
  readonly url: string;
  /** Kills it with SIGKILL. */
  kill(): Promise<void>;
  /** Starts it again, on the same port and with the same files. */
  restart(): Promise<void>;
  /** Stops its process, so that it answers nothing, until `wake`. */
  freeze(): void;
  wake(): void;
}

/** Whether Redis is installed. Where it is not, its tests are skipped, and a line says so. */
export const hasRedis = findRedis();

/** Nothing starts so slowly: a Redis that does not answer by then has failed. */
const patienceMs = 10_000;

/**
 * Starts a Redis on a free port, which writes every change to its disk before it answers. It ends after the test
 * file's last test.
 *
 * @param options more options, as on the command line: `['--maxmemory', '8mb']`
 */
export async function startRedis(options: readonly string[] = []): Promise<TestRedis> {
  let child: ChildProcess | null = null;
  const kill = async (): Promise<void> => {
    if (child === null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    child = null;
    await exited;
  };
  const folder = temporaryFolder(kill);
  const port = await freePort();
  const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, ...durable, ...options];

  const start = async (): Promise<void> => {
    const started = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
    child = started;
    const timer = setTimeout(() => started.kill('SIGKILL'), patienceMs);
    let said = '';
    for await (const chunk of started.stdout) {
      said += String(chunk);
      if (said.includes('Ready to accept connections')) break;
    }
    clearTimeout(timer);
    if (!said.includes('Ready to accept connections')) throw new Error(`Redis did not start:\n${said}`);
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    restart: start,
    freeze: () => void child?.kill('SIGSTOP'),
    wake: () => void child?.kill('SIGCONT'),
  };
}

function findRedis(): boolean {
  const isThere = spawnSync('redis-server', ['--version']).status === 0;
  if (!isThere) process.stderr.write('Skipped the tests with Redis: redis-server is not installed.\n');
  return isThere;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
