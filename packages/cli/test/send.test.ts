import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { startSandbox, type Sandbox, type SandboxOptionsInput } from '@loop-adapters/delivery/sandbox';

import type { DeadLetter } from '../src/commands/dead-letters/dead-letter.js';
import { androidEvent, androidEvents, ndjson, ordersOf, sourceHash } from './events.js';
import { bin, runCli, startCli, type CliResult } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const env = { LOOP_SOURCE_HASH: sourceHash };
let sandbox: Sandbox;

async function listen(options: SandboxOptionsInput = {}): Promise<string[]> {
  sandbox = await startSandbox({ keep: 100_000, ...options });
  return ['--endpoint', sandbox.endpoint];
}

afterEach(async () => {
  await sandbox.close();
});

const notice = (): string =>
  `Sending to ${sandbox.endpoint}\n` +
  'Loop has no event time: it takes every event as happening now, however old the event is.\n';

/** What was printed, without the time that it took. */
function timeless({ stdout, ...rest }: CliResult): CliResult {
  return { ...rest, stdout: stdout.replace(/\d+\.\d s\n/, '? s\n') };
}

function lettersIn(file: string): DeadLetter[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as DeadLetter);
}

describe('loop-adapters send', () => {
  it('sends what is ready, says before it starts that Loop has no event time, and sums up', async () => {
    const target = await listen();
    const input = ndjson([androidEvent(0), { type: 'group' }, { ...androidEvent(1), context: {} }, androidEvent(2)]);
    expect(timeless(await runCli(['send', '-', ...target], { input, env }))).toEqual({
      code: 0,
      stderr: notice(),
      stdout:
        'Sent in ? s\n  read       4\n  delivered  2\n  skipped    2  no_advertising_id 1 · unsupported_event_type 1\n',
    });
    expect(ordersOf(sandbox.requests()).sort()).toEqual([0, 2]);
  });

  it('ends with 1 for invalid events, and says how to see why', async () => {
    const target = await listen();
    const file = path.join(folder(), 'invalid.json');
    const { ip: _, ...context } = androidEvent().context as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...androidEvent(), context }));
    expect(timeless(await runCli(['send', file, ...target], { env }))).toEqual({
      code: 1,
      stderr: notice(),
      stdout:
        'Sent in ? s\n  read       1\n  delivered  0\n  invalid    1  missing_ip 1\n\n' +
        `Why events are invalid:\n  loop-adapters explain --only invalid ${file} ${target.join(' ')}\n`,
    });
  });

  it('prints the summary as JSON', async () => {
    const target = await listen();
    const { code, stdout } = await runCli(['send', '-', '--json', ...target], { input: androidEvents(3), env });
    expect({ code, summary: JSON.parse(stdout) as unknown }).toEqual({
      code: 0,
      summary: {
        seconds: expect.any(Number),
        read: 3,
        delivered: 3,
        skipped: 0,
        invalid: 0,
        broken: 0,
        unreadable: 0,
        notDelivered: 0,
        notReached: 0,
        reasons: {},
        problems: {},
        failures: {},
        deadLetters: null,
        skipToGoOn: null,
        lost: [],
      },
    });
  });

  it('keeps what Loop refuses and what it could not take, without the source hash, and sends it again', async () => {
    const file = path.join(folder(), 'kept.ndjson');
    const target = await listen({
      answers: (_, { params }) => {
        if (params['value[order]'] === '1') return { kind: 'status', status: 403 };
        if (params['value[order]'] === '2') return { kind: 'status', status: 500 };
        if (params['value[order]'] === '3') return { kind: 'reset' };
        return undefined;
      },
    });
    const args = ['--dead-letters', file, '--attempts', '1', ...target];
    const first = timeless(await runCli(['send', '-', ...args], { input: androidEvents(5), env }));
    expect(first).toEqual({
      code: 1,
      stderr: notice(),
      stdout:
        'Sent in ? s\n  read           5\n  delivered      2\n' +
        '  not delivered  3  connection_lost 1 · refused (HTTP 403) 1 · unavailable (HTTP 500) 1\n\n' +
        `3 not delivered: kept in ${file}. Send again:\n` +
        `  loop-adapters send --retry ${file} ${target.join(' ')} --attempts 1\n` +
        `Loop may not know the source hash. Check it:\n  loop-adapters doctor --online ${target.join(' ')}\n`,
    });

    const letters = lettersIn(file).sort((a, b) => a.from.line - b.from.line);
    expect(letters.map(({ from, reason }) => [from, reason.code, reason.status])).toEqual([
      [{ input: 'stdin', line: 2 }, 'refused', 403],
      [{ input: 'stdin', line: 3 }, 'unavailable', 500],
      [{ input: 'stdin', line: 4 }, 'connection_lost', null],
    ]);
    expect(letters[0]).toEqual({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      reason: { code: 'refused', status: 403, message: expect.stringContaining('Loop answered 403.') },
      from: { input: 'stdin', line: 2 },
      params: expect.not.objectContaining({ source_hash: expect.anything() }),
    });
    expect(readFileSync(file, 'utf8')).not.toMatch(new RegExp(`${sourceHash}|@example`));
    await sandbox.close();

    const again = await listen({
      answers: (_, { params }) => (params['value[order]'] === '2' ? { kind: 'status', status: 400 } : undefined),
    });
    expect(timeless(await runCli(['send', '--retry', file, ...again], { env }))).toEqual({
      code: 1,
      stderr: notice(),
      stdout:
        'Sent in ? s\n  read           3\n  delivered      2\n  not delivered  1  refused (HTTP 400) 1\n\n' +
        `1 not delivered: kept in ${file}. Send again:\n  loop-adapters send --retry ${file} ${again.join(' ')}\n`,
    });
    expect(lettersIn(file).map(({ from }) => from.line)).toEqual([3]);
    await sandbox.close();

    const last = await listen();
    expect(timeless(await runCli(['send', '--retry', file, ...last], { env }))).toEqual({
      code: 0,
      stderr: notice(),
      stdout: `Sent in ? s\n  read       1\n  delivered  1\n\nEverything in ${file} is delivered, so it was removed.\n`,
    });
    const [request] = sandbox.requests();
    expect(Object.keys(request?.params ?? {})).toEqual([
      'app',
      'appn',
      'ct',
      'device',
      'et',
      'ip',
      'lan',
      'mf',
      'source_hash',
      'uid',
      'device_type',
      'value[ml_sh2]',
      'value[event]',
      'value[order]',
    ]);
    expect(request?.answer).toEqual({ status: 200, problems: [], fault: null });
    expect(existsSync(file)).toBe(false);
    expect(readdirSync(folder()).filter((name) => name.includes('.rest-'))).toEqual([]);
  });

  it('repeats every flag that was typed but a source hash, so that no copied line goes elsewhere', async () => {
    const [flag = '', endpoint = ''] = await listen();
    const config = path.join(folder(), 'my settings.json');
    writeFileSync(config, JSON.stringify({ country: 'AR' }));
    const file = path.join(folder(), 'flags.json');
    const { ip: _, ...context } = androidEvent().context as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...androidEvent(), context }));
    const sources = ['--source', 'apps=properties.a', '--source', 'mf=properties.b'];
    const args = ['send', file, '--config', config, flag, endpoint, '--source-hash', sourceHash, ...sources];
    const { stdout, stderr } = await runCli(args);
    expect(stdout.split('\n').slice(-3)).toEqual([
      'Why events are invalid:',
      `  loop-adapters explain --only invalid ${file} --config '${config}' ${sources.join(' ')} ${flag} ${endpoint}`,
      '',
    ]);
    expect(stdout + stderr).not.toContain(sourceHash);
  });

  it('says that nobody listens on this machine before anything is tried', async () => {
    const [flag = '', endpoint = ''] = await listen();
    await sandbox.close();
    const { origin, port } = new URL(endpoint);
    const says =
      `Nobody listens at ${origin}, so nothing was sent. Start the sandbox in another terminal, and send again:\n` +
      `  loop-adapters sandbox --port ${port}\n`;
    for (const args of [['-'], ['-', '--journal', path.join(folder(), 'nobody.journal')]]) {
      const result = await runCli(['send', ...args, flag, endpoint], { input: androidEvents(1), env });
      expect(result).toEqual({ code: 2, stdout: '', stderr: says });
    }
  });

  it('takes an endpoint without a path as its /mobile', async () => {
    const [flag = '', endpoint = ''] = await listen();
    const { origin } = new URL(endpoint);
    const { code, stderr } = await runCli(['send', '-', flag, origin], { input: androidEvents(1), env });
    expect([code, stderr.split('\n')[0], sandbox.counts()]).toEqual([
      0,
      `Sending to ${endpoint}`,
      { total: 1, accepted: 1 },
    ]);
  });

  it.each([
    ['Ctrl-C', 'SIGINT'],
    ['a window that is closed', 'SIGHUP'],
  ] as const)('drains on %s and says how to go on; then every event has arrived once', async (_, signal) => {
    const target = await listen({ latencyMs: 30 });
    const file = path.join(folder(), `long-${signal}.ndjson`);
    const letters = path.join(folder(), `waiting-${signal}.ndjson`);
    writeFileSync(file, androidEvents(400));
    const args = ['send', file, '--concurrency', '4', '--dead-letters', letters, ...target];
    const { child, ended } = startCli(args, { env });
    while (sandbox.counts().total < 20) await new Promise((resolve) => setTimeout(resolve, 10));
    child.kill(signal);
    const { code, stdout, stderr } = await ended;
    const typed = `${target.join(' ')} --concurrency 4 --dead-letters ${letters}`;
    const goingOn = new RegExp(`Go on:\n {2}loop-adapters send ${file} ${typed} --skip (\\d+)\n`);
    expect(code).toBe(1);
    expect(stderr).toBe(`${notice()}Stopping: finishing what is on its way. Press Ctrl-C again to end at once.\n`);
    const skip = goingOn.exec(stdout)?.[1] ?? '';
    expect(Number(skip)).toBeGreaterThanOrEqual(20);
    expect(Number(skip)).toBeLessThan(400);

    expect((await runCli([...args, '--skip', skip, '--concurrency', '64'], { env })).code).toBe(0);
    expect((await runCli(['send', '--retry', letters, ...target], { env })).code).toBe(0);
    expect(ordersOf(sandbox.requests()).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 400 }, (_, order) => order),
    );
  });

  it('ends at once on a second Ctrl-C, and keeps what was on its way', async () => {
    let came = 0;
    const target = await listen({
      answers: () => {
        came += 1;
        return { kind: 'hang' };
      },
    });
    const letters = path.join(folder(), 'halted.ndjson');
    const { child, ended, printed } = startCli(['send', '-', '--dead-letters', letters, ...target], {
      input: androidEvents(3),
      env,
    });
    while (came < 3) await new Promise((resolve) => setTimeout(resolve, 10));
    child.kill('SIGINT');
    await printed(/Stopping/);
    child.kill('SIGINT');
    expect((await ended).code).toBe(1);
    expect(lettersIn(letters).map(({ from, reason }) => [from.line, reason.code])).toEqual([
      [1, 'aborted'],
      [2, 'aborted'],
      [3, 'aborted'],
    ]);
  });

  it('stops when the dead letters find no room, and names what it could not keep', async () => {
    const target = await listen({ answers: () => ({ kind: 'status', status: 400 }) });
    const file = path.join(folder(), 'refused.ndjson');
    writeFileSync(file, androidEvents(500));
    const args = ['send', file, '--concurrency', '2', '--dead-letters', '/dev/full', ...target];
    const { code, stdout, stderr } = await runCli(args, { env });
    expect(code).toBe(1);
    expect(stderr).toContain("The dead-letter file /dev/full can't be written: the disk is full. Sending stops.\n");
    const lost = [...stdout.matchAll(/^ {2}\S*refused\.ndjson:(\d+)$/gm)].map(([, line]) => Number(line));
    const skip = Number(/--skip (\d+)\n/.exec(stdout)?.[1]);
    expect(lost.sort((a, b) => a - b)).toEqual(Array.from({ length: skip }, (_, index) => index + 1));
    expect(skip).toBeLessThan(500);
  });

  it('sends nothing where dead letters could not be kept', async () => {
    await listen();
    const missing = path.join(folder(), 'not-there', 'letters.ndjson');
    const { code, stderr } = await runCli(['send', '-', '--dead-letters', missing, '--endpoint', sandbox.endpoint], {
      input: androidEvents(1),
      env,
    });
    expect({ code, stderr, total: sandbox.counts().total }).toEqual({
      code: 2,
      stderr: `Dead letters can't be written to ${missing}: its folder does not exist. Name another file with --dead-letters. Nothing was sent.\n`,
      total: 0,
    });
  });

  it.each([
    [
      '{"at":"2026-01-01"}\n',
      'is no dead letter, so nothing was sent. Correct or remove that line. A file with events is sent without --retry.\n',
    ],
    [
      '{"at":"20\n',
      'is no dead letter, so nothing was sent. Correct or remove that line. A file with events is sent without --retry.\n',
    ],
  ])('sends nothing of a dead-letter file with %j in it', async (line, message) => {
    const target = await listen();
    const file = path.join(folder(), 'damaged.ndjson');
    const letter = {
      at: '2026-01-01T00:00:00.000Z',
      reason: { code: 'refused', status: 400, message: '' },
      from: { input: 'a', line: 1 },
      params: {},
    };
    writeFileSync(file, `${JSON.stringify(letter)}\n${line}`);
    expect(await runCli(['send', '--retry', file, ...target], { env })).toEqual({
      code: 2,
      stdout: '',
      stderr: `${file}:2 ${message}`,
    });
    expect(existsSync(file)).toBe(true);
  });

  it('leaves a dead-letter file as it was when what is left of it finds no room', async () => {
    const target = await listen({ answers: (n) => (n === 2 ? { kind: 'status', status: 400 } : undefined) });
    const file = path.join(folder(), 'no-room.ndjson');
    const letter = (line: number): string =>
      JSON.stringify({
        at: '2026-01-01T00:00:00.000Z',
        reason: { code: 'refused', status: 400, message: '' },
        from: { input: 'a', line },
        params: {
          app: 'com.example.app',
          ct: 'ar',
          device: 'Pixel 6',
          et: 'custom',
          ip: '198.51.100.17',
          uid: `abcdef-${line}`,
          device_type: 'android',
        },
      });
    const before = `${letter(1)}\n${letter(2)}\n${letter(3)}\n`;
    writeFileSync(file, before);
    // No file may be written at all: that is a full disk, but for the code.
    const command = `ulimit -f 0 && exec '${process.execPath}' '${bin}' send --retry '${file}' --concurrency 1 ${target.join(' ')}`;
    const child = spawn('sh', ['-c', command], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (stdout += piece));
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(1);
    expect(stdout).toContain(`${file} was left as it is, because what is left of it could not be written.`);
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(readdirSync(folder()).filter((name) => name.includes('.rest-'))).toEqual([]);
  });

  it('prints plain lines on its way where there is no terminal', async () => {
    const target = await listen({ latencyMs: 300 });
    const args = ['send', '-', '--concurrency', '1', ...target];
    const { code, stderr } = await runCli(args, { input: androidEvents(20), env });
    expect(code).toBe(0);
    expect(stderr.slice(notice().length)).toMatch(/^(\d+ read · \d+ delivered · \d+\/s\n)+$/);
  });

  it('does not send a dead letter that breaks the contract, and keeps it', async () => {
    const target = await listen();
    const file = path.join(folder(), 'edited.ndjson');
    const params = { app: 'com.example.app', 'value[note]': 'ana@example.com' };
    writeFileSync(
      file,
      JSON.stringify({
        at: '2026-01-01T00:00:00.000Z',
        reason: { code: 'refused', status: 400, message: '' },
        from: { input: 'a', line: 1 },
        params,
      }),
    );
    const { code } = await runCli(['send', '--retry', file, ...target], { env });
    expect({ code, total: sandbox.counts().total, codes: lettersIn(file).map(({ reason }) => reason.code) }).toEqual({
      code: 1,
      total: 0,
      codes: ['not_sendable'],
    });
  });

  it('goes on when nobody reads its output any more', async () => {
    const target = await listen({ latencyMs: 5 });
    const { child, ended } = startCli(['send', '-', ...target], { input: androidEvents(100), env });
    child.stdout!.destroy();
    child.stderr!.destroy();
    expect((await ended).code).toBe(0);
    expect(sandbox.counts()).toEqual({ total: 100, accepted: 100 });
  });

  it.each([
    [
      ['-'],
      {},
      'No source hash is set, so nothing can be sent. Set LOOP_SOURCE_HASH, or LOOP_SOURCE_HASH_ANDROID and LOOP_SOURCE_HASH_IOS, to what Loop gave you, or put "sourceHash" into loop.config.json.\n',
    ],
    [['-', '--concurrency', '0'], env, '--concurrency: It must be a whole number from 1 to 10000.\n'],
    [['-', '--attempts', 'many'], env, '--attempts: It must be a whole number from 1 to 1000.\n'],
    [['-', '--skip', '-1'], env, '--skip: It must be a whole number of at least 0.\n'],
    [['--retry', 'examples'], env, '--retry takes one dead-letter file.\n'],
    [['--retry', '/dev/null'], env, '--retry takes one dead-letter file.\n'],
    [['--retry', '-'], env, '--retry needs a file, because what is left stays in it.\n'],
    [
      ['--retry', 'a.ndjson', 'b.ndjson'],
      env,
      '--retry FILE stands alone: what is in FILE is sent, and what does not get through stays in FILE. Leave out --dead-letters, --skip and other files.\n',
    ],
  ])('refuses %j', async (args, environment, stderr) => {
    await listen();
    expect(await runCli(['send', ...args], { env: environment })).toEqual({ code: 2, stdout: '', stderr });
  });
});
