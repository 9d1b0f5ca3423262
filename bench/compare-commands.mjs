import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { median } from './compare.mjs';

const program = join(import.meta.dirname, '../packages/cli/dist/cjs/program/bin.js');
const rounds = { quick: 9, full: 31 };

/**
 * Measures `loop-adapters` with some arguments against `node -e 0`, one after the other: what a user waits for before a
 * command does anything.
 *
 * @returns what a row returns
 */
export function compareCommand({ args, quick }) {
  const ratios = [];
  const times = { command: [], node: [] };
  for (let round = 0; round < (quick ? rounds.quick : rounds.full); round++) {
    const node = timeOf(['-e', '0']);
    const command = timeOf([program, ...args]);
    times.node.push(node);
    times.command.push(command);
    ratios.push(command / node);
  }
  return {
    measured: median(ratios),
    unit: ' times',
    detail: `${Math.round(median(times.command))} ms, ${Math.round(median(times.node))} ms`,
  };
}

function timeOf(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    env: { PATH: process.env.PATH, LOOP_SOURCE_HASH: 'XYZ123' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}
