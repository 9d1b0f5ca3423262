import { spawnSync } from 'node:child_process';
import { createTranslator } from '@loop-adapters/core';
import { median } from '../compare.mjs';
import { standardSettings } from '../standard-event.mjs';

export const name = 'createTranslator';
export const goal = { atMost: 1 };

const firstCall = `
  import { createTranslator } from '@loop-adapters/core';
  const start = performance.now();
  createTranslator(${JSON.stringify(standardSettings)});
  console.log(performance.now() - start);
`;

export function run({ quick }) {
  const times = Array.from({ length: quick ? 200 : 2000 }, () => {
    const start = performance.now();
    createTranslator(standardSettings);
    return performance.now() - start;
  });
  const first = Array.from({ length: quick ? 5 : 21 }, firstCallMs);
  return {
    measured: median(times),
    unit: ' ms',
    detail: `the first call of a new process ${median(first).toFixed(1)} ms`,
  };
}

/** What a process pays that makes one translator: the engine has compiled nothing yet. */
function firstCallMs() {
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', firstCall], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  });
  return Number(stdout);
}
