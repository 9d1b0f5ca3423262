import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import * as core from '@loop-adapters/core';
import * as sandboxModule from '../src/sandbox/index.js';
import * as delivery from '../src/index.js';
import { sandboxForm } from '../src/sandbox/sandbox-options.js';
import { senderForm } from '../src/sender/sender-settings.js';

const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
const examples = [...readme.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = '']) => code);

const modules: Readonly<Record<string, unknown>> = {
  '@loop-adapters/core': core,
  '@loop-adapters/delivery': delivery,
  '@loop-adapters/delivery/sandbox': sandboxModule,
};

/** Runs an example as it stands in the README, and gives what it printed. */
async function run(code: string, given: Readonly<Record<string, unknown>>): Promise<unknown[]> {
  const printed: unknown[] = [];
  const body = code.replace(/^import (\{.*\}) from (.*);$/gm, 'const $1 = modules[$2];');
  const scope = { modules, console: { log: (value: unknown) => printed.push(value) }, ...given };
  const program = compileFunction(`return (async () => {${body}})()`, Object.keys(scope)) as (
    ...values: unknown[]
  ) => Promise<void>;
  await program(...Object.values(scope));
  return printed;
}

/** The first cells of the table rows, without their quotes, from a heading on. */
function firstCells(heading: string): string[] {
  const section = readme.slice(readme.indexOf(heading));
  const table = /\n\| -.*\n((?:\|.*\n)+)/.exec(section)?.[1] ?? '';
  return [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, cell = '']) => cell);
}

test('the first example delivers', async () => {
  const loop = await sandboxModule.startSandbox();
  const env = { LOOP_ENDPOINT: loop.endpoint, LOOP_SOURCE_HASH: 'XYZ123' };
  const printed = await run(examples[0] ?? '', { process: { env } }).finally(() => loop.close());
  expect(printed).toEqual([{ status: 'delivered', httpStatus: 200, attempts: 1 }]);
  expect(loop.counts()).toEqual({ total: 1, accepted: 1 });
});

test('the example of the stand-in starts one', async () => {
  const code = (examples[1] ?? '').replace('port: 8080', 'port: 0') + 'await sandbox.close();';
  expect(await run(code, {})).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/mobile$/)]);
});

test('the tables name every code, every setting and every option', () => {
  const sections = [...readme.matchAll(/^\| `(\w+)` +\| `(?:refused|failed)` /gm)].map(([, code]) => code);
  expect(sections.sort()).toEqual(Object.keys(delivery.deliveryCodes).sort());

  const { retry, ...settings } = senderForm.entries;
  const retryNames = Object.keys(retry.entries).map((name) => `retry.${name}`);
  expect(firstCells('## Settings').sort()).toEqual([...Object.keys(settings), ...retryNames].sort());

  expect(firstCells('| Option').sort()).toEqual(Object.keys(sandboxForm.entries).sort());
});
