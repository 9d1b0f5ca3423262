import { readCoreExamples } from '@loop-adapters/testing/core-examples';
import { asReactNativeLeavesIt, compileForHermes, describeInHermes, runInHermes } from '@loop-adapters/testing/hermes';
import { buildSync } from 'esbuild';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';

/** Babel, the engine and the compiler are three programs, on a machine that may be busy. */
const busyMs = 120_000;

const core = join(__dirname, '../../core');

/** The client takes objects alone; and it has no relay that fills in the source hash. */
const examples = readCoreExamples(() => '')
  .flatMap(({ examples: ofTopic }) => ofTopic)
  .filter(({ event }) => typeof event === 'object' && event !== null)
  .map(({ settings, event }) => ({ settings, event }));

/** Sends every example, each through a client of its own, and prints one line for each: what was fetched and reported. */
function script(): string {
  const bundle = buildSync({
    stdin: {
      contents: `
        export { createClient } from '../src';
        export { sha256, sha512 } from '@loop-adapters/core/small-hash';`,
      resolveDir: join(__dirname, '../src'),
      loader: 'ts',
    },
    alias: {
      '@loop-adapters/core/bare': join(core, 'src/translate/bare.ts'),
      '@loop-adapters/core/countries': join(core, 'src/normalize/country/country-reader.ts'),
      '@loop-adapters/core/phone': join(core, 'src/normalize/phone.ts'),
      '@loop-adapters/core/sentences': join(core, 'src/translate/describe.ts'),
      '@loop-adapters/core/small-hash': join(core, 'src/hash/small-hash.ts'),
    },
    bundle: true,
    format: 'iife',
    globalName: 'client',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'esnext',
    write: false,
  });
  // The client reads what is around it when it is loaded. Hermes alone has no Intl, and its timers do not wait: no limit
  // of time ends here, in neither engine.
  const before = `
    const urls = [];
    globalThis.Intl = undefined;
    globalThis.setTimeout = () => 0;
    globalThis.clearTimeout = () => undefined;
    globalThis.navigator = { product: 'ReactNative' };
    globalThis.fetch = (url) => {
      urls.push(url);
      return Promise.resolve({ status: 200, headers: { get: () => null } });
    };`;
  const after = `
    const sendOne = ({ settings, event }) =>
      new Promise((resolve) => {
        try {
          const loop = client.createClient(settings, { sha256: client.sha256, sha512: client.sha512, report: resolve });
          loop.start();
          loop.send(event);
        } catch (error) {
          resolve(String(error));
        }
      });
    const sendAll = async () => {
      for (const example of JSON.parse(${JSON.stringify(JSON.stringify(examples))})) {
        const report = await sendOne(example);
        print(JSON.stringify({ report, urls: urls.splice(0) }));
      }
    };
    sendAll().then(() => print('end'));`;
  return `${before}${bundle.outputFiles[0]?.text ?? ''}${after}`;
}

/** The same script in Node. */
async function runInNode(text: string): Promise<string[]> {
  const lines: string[] = [];
  await new Promise<void>((resolve) => {
    const print = (line: string): void => {
      lines.push(line);
      if (line === 'end') resolve();
    };
    runInContext(text, createContext({ print }));
  });
  return lines;
}

describeInHermes('the client in Hermes', () => {
  it(
    'sends and reports every example as it does in Node',
    async () => {
      const made = asReactNativeLeavesIt(script());
      const expected = await runInNode(script());
      expect(expected).toHaveLength(examples.length + 1);
      expect(runInHermes(made)).toEqual(expected);
      compileForHermes(made);
    },
    busyMs,
  );
});
