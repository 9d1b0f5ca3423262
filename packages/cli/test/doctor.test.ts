import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { openFileQueue } from '@loop-adapters/delivery/queue';
import { startSandbox } from '@loop-adapters/delivery/sandbox';

import { DatabaseSync } from '@photostructure/sqlite';

import { runCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();

describe('loop-adapters doctor', () => {
  it('says what is set and where it came from, and shows no source hash', async () => {
    const cwd = folder();
    writeFileSync(path.join(cwd, 'loop.config.json'), '{"sourceHash":{"android":"SECRET-A"},"country":"AR"}');
    const { code, stdout, stderr } = await runCli(['doctor', '--hash', 'both'], {
      cwd,
      env: { LOOP_APP_ID: 'com.example.app' },
    });
    expect({ code, stderr, lines: stdout.split('\n') }).toEqual({
      code: 0,
      stderr: '',
      lines: [
        '✓ The settings are valid (loop.config.json is read; app.id from LOOP_APP_ID, hash from --hash).',
        '✓ Source hash for Android: set, *** (8 characters), from loop.config.json.',
        '- Source hash for iOS: not set. Events of iOS devices are invalid (missing_source_hash). If the app has an iOS version, set LOOP_SOURCE_HASH_IOS.',
        '✓ Events go to https://api.retargetly.com/mobile (Loop).',
        '',
      ],
    });
  });

  it('with --queue says whether the books of a queue balance', async () => {
    const cwd = folder();
    const file = path.join(cwd, 'queue.sqlite');
    const queue = await openFileQueue({ file });
    await queue.add(['a', 'b', 'c'].map((id) => ({ id, params: { device_type: 'android' } })));
    await queue.acknowledge((await queue.lease(1)).slice(0, 1));
    await queue.close();
    const check = async (): Promise<readonly [number | null, string | undefined]> => {
      const { code, stdout } = await runCli(['doctor', '--queue', file], { cwd, env: { LOOP_SOURCE_HASH: 'X' } });
      return [code, stdout.trim().split('\n').at(-1)];
    };
    const sum = `${file}: 3 accepted = 1 delivered + 2 waiting + 0 dead + 0 removed`;
    expect(await check()).toEqual([0, `✓ ${sum}.`]);
    const database = new DatabaseSync(file);
    database.exec('DELETE FROM events WHERE key = 2');
    database.close();
    expect(await check()).toEqual([
      2,
      `✗ ${sum.replace('2 waiting', '1 waiting')}, but these differ by 1. Stop the relays and check again; if it stays, events were lost or changed from outside.`,
    ]);
  });

  it('says what became of a queue that was damaged', async () => {
    const cwd = folder();
    const queue = await openFileQueue({ file: path.join(cwd, 'damaged.sqlite') });
    await queue.add([{ id: 'a', params: { device_type: 'android' } }]);
    await queue.close();
    const bytes = readFileSync(path.join(cwd, 'damaged.sqlite')).fill(0, 0, 100);
    writeFileSync(path.join(cwd, 'damaged.sqlite'), bytes);
    const { code, stdout, stderr } = await runCli(['doctor', '--queue', 'damaged.sqlite'], {
      cwd,
      env: { LOOP_SOURCE_HASH: 'X' },
    });
    expect({ code, stderr, last: stdout.trim().split('\n').at(-1) }).toEqual({
      code: 0,
      stderr:
        'damaged.sqlite was damaged and is kept as damaged.sqlite.damaged-1. A new one holds what can be read of it. ' +
        'Events that wait: 1. Dead letters: 0. Lost: 0.\n',
      last: '✓ damaged.sqlite: 1 accepted = 0 delivered + 1 waiting + 0 dead + 0 removed.',
    });
    expect(readFileSync(path.join(cwd, 'damaged.sqlite.damaged-1')).equals(bytes)).toBe(true);
  });

  it('ends with 2 where nothing could be sent', async () => {
    const { code, stdout } = await runCli(['doctor', '--json']);
    expect({ code, findings: JSON.parse(stdout) as unknown }).toEqual({
      code: 2,
      findings: [
        { check: 'settings', state: 'good', message: 'The settings are valid (there is no loop.config.json here).' },
        {
          check: 'source_hash',
          state: 'wrong',
          message:
            'Source hash: not set. Nothing can be sent. Set LOOP_SOURCE_HASH, or one per platform: LOOP_SOURCE_HASH_ANDROID and LOOP_SOURCE_HASH_IOS.',
        },
        { check: 'endpoint', state: 'good', message: 'Events go to https://api.retargetly.com/mobile (Loop).' },
      ],
    });
  });

  it('needs no source hash behind a relay', async () => {
    const { code, stdout } = await runCli(['doctor', '--online', '--relay', 'https://relay.example.com']);
    expect({ code, lines: stdout.split('\n') }).toEqual({
      code: 0,
      lines: [
        '✓ The settings are valid (there is no loop.config.json here; relay from --relay).',
        '✓ Source hash: the relay puts it in, so none is needed here.',
        '✓ Events go to the relay https://relay.example.com/mobile.',
        '✓ Loop was not asked: the source hash is with the relay, not here.',
        '',
      ],
    });
  });

  it('asks Loop, and tells a wrong source hash from a right one', async () => {
    const sandbox = await startSandbox({ sourceHashes: ['RIGHT-HASH'] });
    const env = { LOOP_SOURCE_HASH_ANDROID: 'RIGHT-HASH', LOOP_SOURCE_HASH_IOS: 'WRONG-HASH' };
    const { code, stdout } = await runCli(['doctor', '--online', '--endpoint', sandbox.endpoint], { env });
    await sandbox.close();
    expect({ code, lines: stdout.split('\n').slice(-4) }).toEqual({
      code: 2,
      lines: [
        `✓ Events go to ${sandbox.endpoint} (another endpoint than Loop’s).`,
        '✓ Loop knows the source hash for Android.',
        '✗ Loop does not know the source hash for iOS. Compare it with the one that Loop gave you; look for a missing character or a space.',
        '',
      ],
    });
    expect(stdout).not.toMatch(/(RIGHT|WRONG)-HASH/);
  });

  it('tells an unreachable Loop from a wrong source hash', async () => {
    const server = createServer((_, response) => response.writeHead(503).end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mobile`;
    const args = ['doctor', '--online', '--source-hash', 'SOME-HASH', '--endpoint', endpoint];
    const down = await runCli(args);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    const gone = await runCli(args);
    const lastLine = (found: string): string =>
      `? Loop could not be asked about the source hash for both platforms (${found}). This says nothing about the source hash. Check the network, a proxy or firewall on the way, and the endpoint.`;
    expect([down, gone].map(({ code, stdout }) => ({ code, last: stdout.trimEnd().split('\n').at(-1) }))).toEqual([
      { code: 1, last: lastLine('HTTP 503') },
      { code: 1, last: lastLine('ECONNREFUSED') },
    ]);
  });

  it('refuses wrong settings, names each by its origin, and shows no value', async () => {
    const env = { LOOP_SOURCE_HASH: 'SECRET WITH SPACES', LOOP_HASH: 'sha-256' };
    const { code, stdout, stderr } = await runCli(['doctor', '--country', 'Atlantis'], { env });
    expect({ code, stdout, paths: [...stderr.matchAll(/^ {2}(.*?): /gm)].map(([, found]) => found) }).toEqual({
      code: 2,
      stdout: '',
      paths: ['sourceHash (from LOOP_SOURCE_HASH)', 'country (from --country)', 'hash (from LOOP_HASH)'],
    });
    expect(stderr).toContain('Did you mean "sha256"?');
    expect(stderr).not.toContain('SECRET');
  });
});
