import { existsSync } from 'node:fs';
import path from 'node:path';

import { openFileQueue, type DeadLetter } from '@loop-adapters/delivery/queue';

import { runCli, type CliResult } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
let file = '';
let files = 0;
let letters: DeadLetter[] = [];

const hash = 'b'.repeat(64);

/** A queue with three dead letters: two that were refused, one that waited too long. */
beforeEach(async () => {
  file = path.join(folder(), `queue-${String((files += 1))}.sqlite`);
  const queue = await openFileQueue({ file });
  const reasons = [
    ['refused', 400, 'Loop answered 400.'],
    ['refused', 403, 'Loop answered 403.'],
    ['expired', null, 'It waited too long.'],
  ] as const;
  for (const [n, [code, httpStatus, message]] of reasons.entries()) {
    await queue.add([
      { id: null, params: { app: 'com.example', 'value[ml_sh2]': hash, 'value[event]': `Event\u001b${n}` } },
    ]);
    const [lease] = await queue.lease(1);
    await queue.bury([{ lease: lease!, code, httpStatus, attempts: n + 1, message }]);
  }
  letters = await lettersOf(queue.deadLetters.list());
  await queue.close();
});

async function lettersOf(list: AsyncIterable<DeadLetter>): Promise<DeadLetter[]> {
  const all: DeadLetter[] = [];
  for await (const letter of list) all.push(letter);
  return all;
}

const run = (...args: string[]): Promise<CliResult> => runCli(['dead-letters', ...args, '--queue', file]);
const second = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

async function counts(): Promise<{ readonly waiting: number; readonly dead: number }> {
  const queue = await openFileQueue({ file });
  const { waiting, dead } = await queue.counts();
  await queue.close();
  return { waiting, dead };
}

test('list prints one line each, the oldest first', async () => {
  const [a, b, c] = letters.map(({ buriedAtMs }) => second(buriedAtMs));
  expect(await run('list')).toEqual({
    code: 0,
    stdout:
      'Key       Given up              Reason              Tries  Event\n' +
      `1         ${a}  refused 400             1  Event 0\n` +
      `2         ${b}  refused 403             2  Event 1\n` +
      `3         ${c}  expired                 3  Event 2\n`,
    stderr: '3 dead letters\n',
  });
});

test('list --json prints one line each', async () => {
  const { code, stdout } = await run('list', '--json', '--code', 'expired');
  const [, , { addedAtMs, buriedAtMs, ...rest } = letters[0]!] = letters;
  expect({ code, letter: JSON.parse(stdout) as unknown }).toEqual({
    code: 0,
    letter: { ...rest, addedAt: new Date(addedAtMs).toISOString(), buriedAt: new Date(buriedAtMs).toISOString() },
  });
});

test('show prints everything, hashes shortened', async () => {
  const { addedAtMs, buriedAtMs } = letters[1]!;
  expect(await run('show', '2')).toEqual({
    code: 0,
    stdout:
      'Dead letter 2: refused (HTTP 403), given up after 2 tries\n  Loop answered 403.\n' +
      `  added          ${second(addedAtMs)}\n  given up       ${second(buriedAtMs)}\n` +
      '  app            com.example\n  value[ml_sh2]  bbbbbbbb…\n  value[event]   Event 1\n',
    stderr: '1 dead letter\n',
  });
});

test('retry puts back those that are meant', async () => {
  expect(await run('retry', '--code', 'refused')).toEqual({
    code: 0,
    stdout: `2 dead letters put back into ${file}.\n`,
    stderr: '',
  });
  expect(await counts()).toEqual({ waiting: 2, dead: 1 });
});

test('drop deletes those that are meant', async () => {
  expect((await run('drop', '1', '3')).stdout).toBe(`2 dead letters deleted from ${file}.\n`);
  expect(await counts()).toEqual({ waiting: 0, dead: 1 });
  expect((await run('drop', '--until', '2020-01-01')).stdout).toBe(`0 dead letters deleted from ${file}.\n`);
  expect((await run('drop', '--since', '2020-01-01')).stdout).toBe(`1 dead letter deleted from ${file}.\n`);
  expect(await counts()).toEqual({ waiting: 0, dead: 0 });
});

test('what is not said clearly changes nothing', async () => {
  const wrong = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    return stderr;
  };
  expect(await wrong('drop')).toBe('Say which ones to drop: by key, with --code, --since or --until, or --all.\n');
  expect(await wrong('retry')).toBe('Say which ones to retry: by key, with --code, --since or --until, or --all.\n');
  expect(await wrong('show')).toBe('Name the dead letters to show by their keys.\n');
  expect(await wrong('drop', '1', '99')).toBe(
    `${file} has no dead letter "99". Nothing was changed. list prints the keys.\n`,
  );
  expect(await wrong('list', '--code', 'refuse')).toMatch(
    /^--code "refuse" is no reason of a dead letter\. The reasons are: refused, .*unreadable.*\.\n$/,
  );
  expect(await wrong('drop', '--since', 'monday')).toBe(
    '--since must be a date such as 2026-03-01, or 2026-03-01T12:00.\n',
  );
  expect(await counts()).toEqual({ waiting: 0, dead: 3 });
});

test('a queue that is not there is not made', async () => {
  const missing = path.join(folder(), 'missing.sqlite');
  expect(await runCli(['dead-letters', 'list'], { env: { LOOP_QUEUE: missing } })).toEqual({
    code: 2,
    stdout: '',
    stderr: `There is no queue ${missing}. Name its file with --queue.\n`,
  });
  expect(existsSync(missing)).toBe(false);
});
