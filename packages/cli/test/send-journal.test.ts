import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { startSandbox, type Sandbox, type SandboxOptionsInput } from '@loop-adapters/delivery/sandbox';

import { androidEvents, ordersOf, sourceHash } from './events.js';
import { runCli, startCli, type CliResult } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const env = { LOOP_SOURCE_HASH: sourceHash };
let sandbox: Sandbox;

async function listen(options: SandboxOptionsInput = {}): Promise<string[]> {
  sandbox = await startSandbox({ keep: 100_000, ...options });
  return ['--endpoint', sandbox.endpoint];
}

afterEach(() => sandbox.close());

const at = (name: string): string => path.join(folder(), name);
const acceptedOrders = (): number[] => ordersOf(sandbox.requests().filter(({ answer }) => answer.status === 200));
const orders = (count: number): number[] => Array.from({ length: count }, (_, number) => number);
const ascending = (a: number, b: number): number => a - b;

function timeless({ stdout, ...rest }: CliResult): Omit<CliResult, 'stderr'> {
  return { code: rest.code, stdout: stdout.replace(/\d+\.\d s\n/, '? s\n') };
}

test('sends each event once, however often the command is started', async () => {
  const target = await listen();
  const args = ['send', '-', '--journal', at('once.journal'), ...target];
  expect(timeless(await runCli(args, { input: androidEvents(450), env }))).toEqual({
    code: 0,
    stdout: 'Sent in ? s\n  read       450\n  delivered  450\n',
  });
  expect(timeless(await runCli(args, { input: androidEvents(452), env }))).toEqual({
    code: 0,
    stdout: 'Sent in ? s\n  read                   452\n  in the journal before  450\n  delivered                2\n',
  });
  expect(acceptedOrders().sort(ascending)).toEqual(orders(452));
  expect(statSync(at('once.journal')).mode & 0o777).toBe(0o600);
  const bytes = readFileSync(at('once.journal'), 'latin1');
  expect(bytes).not.toContain(sourceHash);
  expect(bytes).not.toContain('example.com');
});

test('a hostile event stops nothing, and is not sent twice either', async () => {
  const target = await listen();
  const deep = androidEvents(1)
    .trim()
    .replace(/"properties":\{/, `$&"deep":${'['.repeat(50_000)}${']'.repeat(50_000)},`);
  const foreign = androidEvents(1)
    .trim()
    .replace(/"advertisingId":"[^"]*"/, '"advertisingId":""');
  writeFileSync(at('hostile.ndjson'), [foreign, deep, '{', foreign, androidEvents(1)].join('\n'));
  const args = ['send', at('hostile.ndjson'), '--journal', at('hostile.journal'), ...target];
  expect(timeless(await runCli(args, { env }))).toEqual({
    code: 1,
    stdout:
      'Sent in ? s\n  read                 4\n  delivered            2\n' +
      '  skipped              2  no_advertising_id 2\n  broken in the input  1\n',
  });
  expect(timeless(await runCli(args, { env }))).toEqual({
    code: 1,
    stdout:
      'Sent in ? s\n  read                   4\n  in the journal before  2\n  delivered              0\n' +
      '  skipped                2  no_advertising_id 2\n  broken in the input    1\n',
  });
});

test('killed and started again, it goes on where it was', async () => {
  const target = await listen({ latencyMs: 5 });
  writeFileSync(at('killed.ndjson'), androidEvents(1500));
  const args = ['send', at('killed.ndjson'), '--journal', at('killed.journal'), '--concurrency', '8', ...target];
  for (const until of [200, 500, 900]) {
    const running = startCli(args, { env });
    while (sandbox.counts().accepted < until) await new Promise((resolve) => setTimeout(resolve, 1));
    running.child.kill('SIGKILL');
    await running.ended;
  }
  const { code } = await runCli(args, { env });
  expect(code).toBe(0);
  const accepted = acceptedOrders();
  expect([...new Set(accepted)].sort(ascending)).toEqual(orders(1500));
  // Four times the concurrency is on its way at most when it is killed.
  expect(accepted.length - 1500).toBeLessThanOrEqual(3 * 4 * 8);
});

test('stopped by Ctrl-C, it says how to go on, and nothing is sent twice', async () => {
  const target = await listen({ latencyMs: 20 });
  writeFileSync(at('stopped.ndjson'), androidEvents(400));
  const args = ['send', at('stopped.ndjson'), '--journal', at('stopped.journal'), '--concurrency', '4', ...target];
  const running = startCli(args, { env });
  while (sandbox.counts().accepted === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  running.child.kill('SIGINT');
  const stopped = await running.ended;
  expect(stopped.code).toBe(1);
  expect(stopped.stdout).toContain(
    'Go on with the same command and the same input. What is delivered is not sent again:\n' +
      `  loop-adapters send ${at('stopped.ndjson')} --journal ${at('stopped.journal')} ${target.join(' ')} --concurrency 4\n`,
  );
  expect((await runCli(args, { env })).code).toBe(0);
  expect(acceptedOrders().sort(ascending)).toEqual(orders(400));
  expect(sandbox.requests()).toHaveLength(400);
});

test('a Loop that is down is tried until it answers', async () => {
  let isDown = true;
  const target = await listen({ answers: () => (isDown ? { kind: 'status', status: 503 } : undefined) });
  const running = startCli(['send', '-', '--journal', at('down.journal'), ...target], { input: androidEvents(5), env });
  await running.printed(/Loop did not take a request \(unavailable\)\. It is tried again until Loop does/);
  isDown = false;
  expect(timeless(await running.ended)).toEqual({
    code: 0,
    stdout: 'Sent in ? s\n  read       5\n  delivered  5\n',
  });
});

test('what Loop refuses is kept in the journal, and goes out when it is put back', async () => {
  let isRefused = true;
  const target = await listen({
    answers: (_, { params }) =>
      isRefused && params['value[order]'] === '1' ? { kind: 'status', status: 403 } : undefined,
  });
  const journal = at('refused.journal');
  const first = await runCli(['send', '-', '--journal', journal, ...target], { input: androidEvents(3), env });
  expect(timeless(first)).toEqual({
    code: 1,
    stdout:
      'Sent in ? s\n  read       3\n  delivered  2\n  given up   1  refused (HTTP 403) 1\n\n' +
      `1 dead letter is kept. See why:\n  loop-adapters dead-letters list --queue ${journal}\n` +
      `Loop may not know the source hash. Check it:\n  loop-adapters doctor --online ${target.join(' ')}\n`,
  });
  isRefused = false;
  expect((await runCli(['dead-letters', 'retry', '--all', '--queue', journal])).code).toBe(0);
  expect(timeless(await runCli(['send', '--journal', journal, ...target], { env }))).toEqual({
    code: 0,
    stdout: 'Sent in ? s\n  delivered  1\n',
  });
  expect(acceptedOrders().sort(ascending)).toEqual([0, 1, 2]);
});

test('prints the summary as JSON', async () => {
  const target = await listen();
  const args = ['send', '-', '--json', '--journal', at('json.journal'), ...target];
  const { code, stdout } = await runCli(args, { input: `${androidEvents(2)}{"type":"group"}\n`, env });
  expect({ code, summary: JSON.parse(stdout) as unknown }).toEqual({
    code: 0,
    summary: {
      seconds: expect.any(Number),
      read: 3,
      takenBefore: 0,
      delivered: 2,
      skipped: 1,
      invalid: 0,
      broken: 0,
      unreadable: 0,
      givenUp: 0,
      notTaken: 0,
      waiting: 0,
      reasons: { unsupported_event_type: 1 },
      problems: {},
      failures: {},
      journal: at('json.journal'),
      deadLetters: 0,
      reachedEnd: true,
    },
  });
});

test('flags that do not go together, and a file that is no journal, are named before anything is sent', async () => {
  const target = await listen();
  writeFileSync(at('notes.txt'), 'Not a journal. '.repeat(1000));
  const run = (...args: string[]): Promise<CliResult> =>
    runCli(['send', '-', ...args, ...target], { input: '{}', env });
  expect(await run('--journal', at('new.journal'), '--skip', '3')).toEqual({
    code: 2,
    stdout: '',
    stderr:
      '--journal keeps by itself what does not get through, goes on by itself, and tries until Loop answers. ' +
      'Leave out --retry, --dead-letters, --skip and --attempts.\n',
  });
  expect(await run('--journal', at('notes.txt'))).toEqual({
    code: 2,
    stdout: '',
    stderr:
      `The journal ${at('notes.txt')} can't be opened, so nothing was sent. ` +
      'The file is no queue, or it is damaged. If it is a queue, start again: what can be read of it is carried over into a new file. Else name another file. (SQLITE_NOTADB)\n',
  });
  expect(sandbox.counts().total).toBe(0);
});
