import { build } from 'esbuild';
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A break that makes it go on for so long is noticed, in milliseconds: without one all cases take a second. */
const longestMs = 20_000;

/** Bundles the cases of the data files with the instrumented core. Returns the file. */
export async function bundleDataChecks(tree) {
  const file = join(tree, 'data-checks.cjs');
  await build({
    entryPoints: [join(tree, 'packages/core/test/data-checks.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    alias: { '@loop-adapters/testing/core-examples': join(tree, 'packages/testing/src/core-examples.ts') },
    plugins: [inPlace],
    tsconfigRaw: {},
    logLevel: 'warning',
  });
  return file;
}

/** In the files that read data, `__dirname` is the folder of their own source. */
const inPlace = {
  name: 'in-place',
  setup({ onLoad }) {
    onLoad({ filter: /(?:core-examples|data-checks)\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('__dirname', JSON.stringify(dirname(path))),
      loader: 'ts',
    }));
  },
};

/** A process that runs the cases of the data files with one break after the other. */
export class DataRun {
  #child = null;

  constructor(file) {
    this.file = file;
  }

  /**
   * @param id of a break; null for none
   * @returns `noticed`: what noticed it, or null; `reached`: the IDs of the breaks that were passed by
   */
  run(id) {
    this.#child ??= fork(join(import.meta.dirname, 'data-worker.mjs'), [this.file]);
    const child = this.#child;
    return new Promise((resolve) => {
      const done = (answer) => {
        clearTimeout(timer);
        child.off('exit', onExit);
        child.off('message', done);
        resolve(answer);
      };
      // The next break gets a new process.
      const end = (noticed) => {
        this.stop();
        done({ noticed, reached: [] });
      };
      const onExit = () => end('it ended the process');
      const timer = setTimeout(() => end('it did not end'), longestMs);
      child.on('message', done);
      child.on('exit', onExit);
      child.send(id);
    });
  }

  stop() {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }
}
