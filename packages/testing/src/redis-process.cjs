// Starts a real Redis. CommonJS, because the tests and the programs that are run by Node alone both need it.
const { spawn } = require('node:child_process');
const { randomInt } = require('node:crypto');
const { once } = require('node:events');

/** Nothing starts so slowly: a Redis that is not ready by then has failed. */
const patienceMs = 60_000;

/** Whatever becomes of the program, its Redis does not outlive it. */
const running = new Set();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

exports.startRedisProcess = async function startRedisProcess(folder, options = []) {
  const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];
  const argsFor = (port) => ['--port', port, '--bind', '127.0.0.1', '--dir', folder, ...durable, ...options];
  let { port, child } = await startOnFreePort(argsFor);
  return {
    url: `redis://127.0.0.1:${port}`,
    folder,
    async kill() {
      if (child === null) return;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      child = null;
      await exited;
    },
    async restart() {
      child = await start(argsFor(port));
    },
    freeze: () => child?.kill('SIGSTOP'),
    wake: () => child?.kill('SIGCONT'),
  };
};

async function start(args) {
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  let said = '';
  for await (const chunk of child.stdout) {
    said += chunk;
    if (said.includes('Ready to accept connections')) break;
  }
  clearTimeout(timer);
  if (!said.includes('Ready to accept connections')) throw new Error(`Redis did not start:\n${said}`);
  return child;
}

/**
 * A port is free if Redis can have it: one that was looked for before may be taken by then. It lies below those that
 * systems give to outgoing connections, so that nobody has it while Redis is down.
 */
async function startOnFreePort(argsFor) {
  for (;;) {
    const port = String(randomInt(10_000, 32_000));
    try {
      return { port, child: await start(argsFor(port)) };
    } catch (error) {
      if (!/already in use/i.test(error.message)) throw error;
    }
  }
}
