import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspaces.mjs';
import { runProgram } from './run-program.mjs';

const address = /listens on (http:\/\/[\d.]+:\d+)/;
const event = join(root, 'examples/segment-kotlin.json');

/**
 * Uses what is installed in a folder, with one Node: every entry, and the command line's main commands.
 *
 * @param folder where `installTarballs` installed
 * @param node the folder of a Node
 * @param packed the packages, with what they export
 * @throws Error that says what does not work
 */
export async function tryInstalled(folder, node, packed) {
  const env = { PATH: `${node}:${process.env.PATH}`, LOOP_SOURCE_HASH: 'XYZ123' };
  const command = join(folder, 'node_modules/.bin/loop-adapters');
  const run = (...args) => runProgram(command, args, { cwd: folder, env, timeoutMs: 60_000 });

  bringPlatformParts(folder);
  cpSync(join(import.meta.dirname, 'load-entries.mjs'), join(folder, 'load-entries.mjs'));
  const entries = packed.flatMap(({ name, entries }) => entries.map(({ subpath }) => join(name, subpath)));
  await runProgram(join(node, 'node'), ['load-entries.mjs', JSON.stringify(entries)], { cwd: folder, env });

  const { version } = packed.find(({ name }) => name === 'loop-adapters');
  expectSame((await run('--version')).stdout.trim(), version, '--version');
  const [explained] = (await run('explain', event, '--limit', '1', '--json')).stdout.trim().split('\n');
  expectSame(JSON.parse(explained).outcome.status, 'ready', 'explain');
  await tryServe({ command, cwd: folder, env });
}

/**
 * rudder-transformer has this library, and the destination for it takes it from there. The library itself can't be
 * installed strictly on Node 20, so a stand-in has what is needed at loading.
 */
function bringPlatformParts(folder) {
  const library = join(folder, 'node_modules/@rudderstack/integrations-lib');
  mkdirSync(library, { recursive: true });
  writeFileSync(
    join(library, 'package.json'),
    JSON.stringify({ name: '@rudderstack/integrations-lib', version: '0.0.0' }),
  );
  writeFileSync(join(library, 'index.js'), 'exports.BaseError = class extends Error {};');
}

/** One event through the relay to the sandbox. */
async function tryServe(place) {
  const sandbox = await start(place, ['sandbox', '--port', '0']);
  try {
    const queue = `queue-${process.hrtime.bigint()}.sqlite`;
    const args = [
      'serve',
      '--port',
      '0',
      '--write-key',
      'KEY',
      '--endpoint',
      `${sandbox.url}/mobile`,
      '--queue',
      queue,
    ];
    const relay = await start(place, args);
    try {
      const answer = await fetch(`${relay.url}/v1/track`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa('KEY:')}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          type: 'track',
          event: 'Order Completed',
          context: {
            app: { namespace: 'com.example.app' },
            device: { type: 'android', model: 'Pixel6', advertisingId: '38400000-8cf0-11bd-b23e-10b96e40000d' },
            ip: '181.46.137.10',
            location: { country: 'AR' },
          },
        }),
      });
      expectSame(answer.status, 200, 'the answer of serve');
      await sandbox.printed('Order Completed');
    } finally {
      await relay.stop();
    }
  } finally {
    await sandbox.stop();
  }
}

/** Starts a command that runs until it is stopped; ready once it has printed its address. */
async function start({ command, cwd, env }, args) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let look = () => undefined;
  const ended = new Promise((resolve) => child.on('close', resolve));
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
      look();
    });
  }
  /** Waits until what was printed matches; a command that ends, or is silent for a minute, never will. */
  const match = (pattern) =>
    new Promise((resolve, reject) => {
      const fail = () => reject(new Error(`${args[0]} printed no ${pattern}:\n${output}`));
      const timer = setTimeout(fail, 60_000);
      void ended.then(fail).finally(() => clearTimeout(timer));
      look = () => {
        const found = pattern.exec(output);
        if (found === null) return;
        clearTimeout(timer);
        resolve(found);
      };
      look();
    });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  try {
    const [, url] = await match(address);
    return { url, stop, printed: (text) => match(new RegExp(text)) };
  } catch (error) {
    await stop();
    throw error;
  }
}

function expectSame(found, wanted, what) {
  if (found !== wanted) throw new Error(`${what}: ${found} in place of ${wanted}`);
}
