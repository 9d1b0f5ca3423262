import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { androidEvents, sourceHash } from './events.js';
import { runCli, startCli, type RunningCli } from './run-cli.js';

const env = { LOOP_SOURCE_HASH: sourceHash };
let running: RunningCli | null = null;

/** Starts the command and returns where it listens. */
async function startSandbox(...flags: string[]): Promise<string> {
  running = startCli(['sandbox', '--port', '0', ...flags]);
  const [, url = ''] = await running.printed(/listens on (\S+) /);
  return url;
}

async function send(url: string, count: number, ...flags: string[]): Promise<number | null> {
  const args = ['send', '-', '--endpoint', `${url}/mobile`, '--attempts', '1', '--dead-letters', '/dev/null', ...flags];
  return (await runCli(args, { input: androidEvents(count), env })).code;
}

async function stop(): Promise<{ code: number | null; stdout: string; stderr: string }> {
  running?.child.kill('SIGINT');
  const result = await running!.ended;
  running = null;
  return result;
}

afterEach(async () => {
  if (running !== null) await stop();
});

describe('loop-adapters sandbox', () => {
  it('says what it is, prints what arrives, lists it, and ends with Ctrl-C', async () => {
    const url = await startSandbox();
    expect(await send(url, 1)).toBe(0);
    const refused = await fetch(`${url}/mobile?app=com.example.app&ct=AR`);
    const listed = (await (await fetch(`${url}/requests`)).json()) as { requests: { params: object }[] };
    const { code, stdout, stderr } = await stop();

    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        'The sandbox stands in for the public contract of the Loop Mobile API. It is not Loop.\n' +
        `It listens on ${url} (this machine only). Send to it:\n` +
        `  loop-adapters send FILE --endpoint ${url}/mobile\n` +
        `What arrived: ${url}/requests   End: Ctrl-C\n` +
        'Stopped. 2 requests came, 1 of them accepted.\n',
    });
    expect(
      stdout
        .replace(/\d\d:\d\d:\d\d/g, 'hh:mm:ss')
        .split('\n')
        .slice(0, 4),
    ).toEqual([
      'hh:mm:ss  200  Order Completed                     android · ar · com.example.tienda',
      'hh:mm:ss  400  (no name)                           AR · com.example.app',
      '               missing_device  device is missing: it must be the model identifier of the device, such as Pixel6.',
      '               missing_et  et is missing: it must be "custom".',
    ]);
    expect(stdout).not.toContain(sourceHash);
    expect(refused.status).toBe(400);
    expect(
      ((await refused.json()) as { problems: { code: string }[] }).problems.map(({ code: found }) => found),
    ).toEqual([
      'missing_device',
      'missing_et',
      'missing_ip',
      'missing_source_hash',
      'missing_uid',
      'missing_device_type',
      'invalid_ct',
    ]);
    expect(listed.requests.map(({ params }) => params)).toEqual([
      expect.objectContaining({ source_hash: '***', 'value[event]': 'Order Completed' }),
      { app: 'com.example.app', ct: 'AR' },
    ]);
  });

  it('fails when told to', async () => {
    const url = await startSandbox('--fail', '1', '--json');
    expect(await send(url, 3)).toBe(1);
    const { stdout } = await stop();
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { answer: object }).answer);
    const failed = { status: 500, problems: [], fault: 'fail' };
    expect(answers).toEqual([failed, failed, failed]);
  });

  it('throttles with 429 and Retry-After when told to', async () => {
    const url = await startSandbox('--throttle', '1', '--latency', '1');
    const answers = [await fetch(`${url}/mobile`), await fetch(`${url}/mobile`)];
    expect(answers.map(({ status }) => status)).toEqual([400, 429]);
    expect(answers[1]?.headers.get('retry-after')).toBe('1');
  });

  it('accepts only the source hashes that it is told', async () => {
    const url = await startSandbox('--accept', 'OTHER', '--accept', sourceHash);
    expect(await send(url, 1)).toBe(0);
    expect(await send(url, 1, '--source-hash', 'WRONG')).toBe(1);
  });

  it.each([
    [['--fail', '2'], '--fail: It must be a number from 0 to 1.\n'],
    [['--latency', 'long'], '--latency: It must be a whole number from 0 to 600000.\n'],
    [['--throttle', '0'], '--throttle: It must be a whole number from 1 to 1000000.\n'],
  ])('refuses %j', async (flags, stderr) => {
    expect(await runCli(['sandbox', ...flags])).toEqual({ code: 2, stdout: '', stderr });
  });

  it('says that the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await runCli(['sandbox', '--port', `${port}`])).toEqual({
      code: 2,
      stdout: '',
      stderr: `The sandbox can't listen on 127.0.0.1, port ${port} (EADDRINUSE). Choose another port.\n`,
    });
    server.close();
  });
});
