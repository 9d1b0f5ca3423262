import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { androidEvent, androidEvents, ndjson, sourceHash } from './events.js';
import { bin, runCli, startCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const env = { LOOP_SOURCE_HASH: sourceHash };

const emailHash = createHash('sha256').update('ana0@example.com').digest('hex');

const summary = (read: number): string => `  read   ${read}\n  ready  ${read}\n`;

describe('loop-adapters translate', () => {
  it('prints one JSON line per event, and the summary apart', async () => {
    const { code, stdout, stderr } = await runCli(['translate', '-'], { input: androidEvents(1), env });
    const params = {
      app: 'com.example.tienda',
      appn: 'Tienda',
      ct: 'ar',
      device: 'Pixel 6',
      et: 'custom',
      ip: '198.51.100.17',
      lan: 'es',
      mf: 'Google',
      source_hash: '***',
      uid: '56d6e8b9-f29c-4514-a8ac-000000000000',
      device_type: 'android',
      'value[ml_sh2]': emailHash,
      'value[event]': 'Order Completed',
      'value[order]': '0',
    };
    expect(JSON.parse(stdout)).toEqual({
      input: 'stdin',
      line: 1,
      status: 'ready',
      request: {
        method: 'GET',
        url: `https://api.retargetly.com/mobile?app=com.example.tienda&appn=Tienda&ct=ar&device=Pixel%206&et=custom&ip=198.51.100.17&lan=es&mf=Google&source_hash=***&uid=56d6e8b9-f29c-4514-a8ac-000000000000&device_type=android&value[ml_sh2]=${emailHash}&value[event]=Order%20Completed&value[order]=0`,
        params,
      },
      notes: [],
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: summary(1) });
  });

  it('reads JSON, an array, NDJSON and gzip from files and directories, in order', async () => {
    const events = [0, 1, 2, 3, 4, 5].map(androidEvent);
    const directory = path.join(folder(), 'forms');
    mkdirSync(directory);
    writeFileSync(path.join(directory, 'a.json'), JSON.stringify(events[0], null, 2));
    writeFileSync(path.join(directory, 'b.json'), JSON.stringify(events.slice(1, 3)));
    writeFileSync(path.join(directory, 'c.ndjson.gz'), gzipSync(ndjson(events.slice(3, 5))));
    writeFileSync(path.join(directory, 'loop.config.json'), '{"country":"CL"}');
    const other = path.join(folder(), 'other.txt');
    writeFileSync(other, JSON.stringify(events[5]));

    const { code, stdout } = await runCli(['translate', directory, other], { env });
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { input: string; line: number; request: { params: object } });
    expect(
      lines.map(({ input, line, request }) => [path.basename(input), line, (request.params as never)['value[order]']]),
    ).toEqual([
      ['a.json', 1, '0'],
      ['b.json', 1, '1'],
      ['b.json', 1, '2'],
      ['c.ndjson.gz', 1, '3'],
      ['c.ndjson.gz', 2, '4'],
      ['other.txt', 1, '5'],
    ]);
    expect(code).toBe(0);
  });

  it('reports a broken line by its number and goes on', async () => {
    const input = `${androidEvents(1)}{"type":"track","context":{"traits":{"email":"ana@example.com"}\n${androidEvents(1)}`;
    const { code, stdout, stderr } = await runCli(['translate'], { input, env });
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { line: number }).line),
    ).toEqual([1, 3]);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr:
        'stdin:2: not valid JSON: the event that starts here is not closed (cut off?)\n' +
        '  read                 2\n  ready                2\n  broken in the input  1\n',
    });
  });

  it('needs no source hash, and says so', async () => {
    const { code, stdout, stderr } = await runCli(['translate'], { input: androidEvents(1) });
    expect((JSON.parse(stdout) as { request: { params: object } }).request.params).toEqual(
      expect.objectContaining({ source_hash: '***' }),
    );
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        'No source hash is set. The dry run goes on as if there were one; to send, set LOOP_SOURCE_HASH to the one that Loop gave you.\n' +
        summary(1),
    });
  });

  it('ends quietly when the reader goes away', async () => {
    const file = path.join(folder(), 'many.ndjson');
    writeFileSync(file, androidEvents(20_000));
    const { child, ended } = startCli(['translate', file], { env });
    await once(child.stdout!, 'data');
    child.stdout!.destroy();
    const { code, stderr } = await ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('says that the output could not be written', async () => {
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [bin, 'translate', '-'], { stdio: ['pipe', full, 'pipe'], env: { ...env } });
    closeSync(full);
    let stderr = '';
    child.stderr!.setEncoding('utf8').on('data', (piece: string) => (stderr += piece));
    child.stdin!.end(androidEvents(1));
    const [code] = (await once(child, 'close')) as [number];
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: "The output can't be written: the disk is full. What was written before is not complete.\n",
    });
  });

  it.each([
    [
      'a file that does not exist',
      ['gone.json'],
      '',
      'gone.json does not exist. Check the path; it is read from the current directory.\n',
    ],
    ['nothing', ['-'], '', 'stdin is empty: there is no event in it.\nNo event was found in the input.\n'],
    [
      'text',
      ['-'],
      'hello\nworld\n',
      'stdin:1: not valid JSON\nstdin:2: not valid JSON\nNo event was found in the input.\n',
    ],
    [
      'something binary',
      ['-'],
      Buffer.from([0, 1, 2, 3]),
      'stdin is binary, not text. Events are read from JSON or NDJSON, plain or gzipped.\nNo event was found in the input.\n',
    ],
    [
      'an endpoint in the clear',
      ['-', '--endpoint', 'http://api.example.com/mobile'],
      '',
      "The settings can't be used:\n  endpoint (from --endpoint): It must be an https URL without a query (http only to this machine: localhost or 127.0.0.1).\n",
    ],
    [
      'a flag that there is not',
      ['--contry', 'AR'],
      '',
      "error: unknown option '--contry'\n(Did you mean --country?)\n",
    ],
  ])('refuses %s', async (_, args, input, stderr) => {
    expect(await runCli(['translate', ...args], { input, env })).toEqual({ code: 2, stdout: '', stderr });
  });
});
