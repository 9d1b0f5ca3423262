import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { createTranslator } from '@loop-adapters/core';
import { startSandbox } from '../src/sandbox/index.js';
import { delivererForm } from '../src/deliverer/deliverer-settings.js';
import { temporaryFolder } from '@loop-adapters/testing/temporary-folder';
import { fileQueueForm } from '../src/queue/file/file-queue-settings.js';
import { redisQueueForm } from '../src/queue/redis/redis-queue-settings.js';
import * as queueModule from '../src/queue/index.js';

const page = readFileSync(join(__dirname, '../../../docs/queue.md'), 'utf8');

/** The codes in the first cells of the table below a heading. */
function firstCells(heading: string): string[] {
  const section = page.slice(page.indexOf(`\n## ${heading}\n`));
  const table = /\n\| -.*\n((?:\|.*\n)+)/.exec(section)?.[1] ?? '';
  return table
    .split('\n')
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, code = '']) => code));
}

test('the example delivers', async () => {
  const loop = await startSandbox();
  const event = {
    type: 'track',
    event: 'Sign Up',
    messageId: 'one',
    context: {
      app: { namespace: 'com.example.app' },
      device: { type: 'android', model: 'Pixel6', advertisingId: 'abcdef-1234-5678' },
      ip: '192.168.1.1',
      location: { country: 'AR' },
    },
  };
  const outcome = createTranslator({ sourceHash: 'XYZ123' }).translate(event);
  const code = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const body = code
    .replace(/^import (\{.*\}) from .*;$/m, 'const $1 = queueModule;')
    .replace("'events.sqlite'", JSON.stringify(join(temporaryFolder(), 'events.sqlite')));
  const env = { LOOP_ENDPOINT: loop.endpoint, LOOP_SOURCE_HASH: 'XYZ123' };
  const scope = { queueModule, outcome, event, process: { env } };
  const program = compileFunction(`return (async () => {${body}})()`, Object.keys(scope)) as (
    ...values: unknown[]
  ) => Promise<void>;
  await program(...Object.values(scope)).finally(() => loop.close());
  expect(loop.counts()).toEqual({ total: 1, accepted: 1 });
});

test('the tables name every setting and every code', () => {
  expect(firstCells('Settings of `openFileQueue`')).toEqual(Object.keys(fileQueueForm.entries));

  expect(firstCells('Settings of `openRedisQueue`')).toEqual(Object.keys(redisQueueForm.entries));

  expect(firstCells('Settings of `createDeliverer`')).toEqual(Object.keys(delivererForm.entries));
  expect(firstCells('When the queue cannot keep events').sort()).toEqual(Object.keys(queueModule.queueCodes).sort());
  expect(firstCells('Dead letters')).toEqual(expect.arrayContaining(Object.keys(queueModule.deadLetterCodes)));
});
