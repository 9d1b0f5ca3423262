import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { startSandbox } from '@loop-adapters/delivery/sandbox';

import { androidEvent, ndjson, sourceHash } from './events.js';
import { runCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const env = { LOOP_SOURCE_HASH: sourceHash };

const email = 'planted.person@example.com';
const phone = '+54 9 11 5119-0123';
const card = '4111 1111 1111 1111';
const planted = [email, phone, card];

/** The same person's data wherever an event can hold them. */
function eventsWith(secret: string): unknown[] {
  const base = androidEvent();
  const context = base['context'] as Record<string, object>;
  return [
    { ...base, event: `Call ${secret}` },
    {
      ...base,
      properties: { note: `Ask ${secret} again`, [secret]: 'x', list: [secret], deep: { er: { still: secret } } },
    },
    { ...base, context: { ...context, traits: { email: secret, phone: secret, whatever: secret } } },
    { ...base, context: { ...context, app: { name: secret, namespace: secret } } },
    { ...base, context: { ...context, device: { ...context['device'], model: secret, advertisingId: secret } } },
    { ...base, context: { ...context, ip: secret } },
    { ...base, type: 'screen', name: secret, userId: secret },
    { ...base, type: secret },
    [secret],
    secret,
  ];
}

const input = `${ndjson(planted.flatMap(eventsWith))}{"type":"track","properties":{"note":"${email}\n${email}\n`;

describe('what is printed and kept', () => {
  it.each([
    ['explain', ['explain', '-']],
    ['explain --json', ['explain', '-', '--json']],
    ['translate', ['translate', '-']],
  ])('holds no personal data and no source hash: %s', async (_, args) => {
    const { stdout, stderr } = await runCli(args, { input, env });
    expect(stdout.length).toBeGreaterThan(0);
    for (const secret of [...planted, ...planted.map(encodeURIComponent), sourceHash]) {
      expect(stdout).not.toContain(secret);
      expect(stderr).not.toContain(secret);
    }
  });

  it.each([
    ['is refused', { answers: () => ({ kind: 'status', status: 400 }) as const }],
    ['fails', { answers: () => ({ kind: 'reset' }) as const }],
  ])('holds none where everything %s', async (name, options) => {
    const sandbox = await startSandbox(options);
    const letters = path.join(folder(), `${name}.ndjson`);
    const args = ['send', '-', '--dead-letters', letters, '--attempts', '1', '--endpoint', sandbox.endpoint];
    const { stdout, stderr } = await runCli(args, { input, env });
    await sandbox.close();
    const kept = readFileSync(letters, 'utf8');
    expect(kept.length).toBeGreaterThan(0);
    for (const secret of [...planted, ...planted.map(encodeURIComponent), sourceHash]) {
      for (const text of [stdout, stderr, kept]) expect(text).not.toContain(secret);
    }
  });

  it('holds none of a settings’ file that can’t be read', async () => {
    const config = path.join(folder(), 'loop.config.json');
    for (const text of [`{"sourceHash":"${sourceHash}",}`, `{"sourcehash":"${sourceHash}"}`, `["${sourceHash}"]`]) {
      writeFileSync(config, text);
      const { code, stdout, stderr } = await runCli(['doctor', '--config', config]);
      expect({ code, stdout, shows: stderr.includes(sourceHash) }).toEqual({ code: 2, stdout: '', shows: false });
    }
    expect(existsSync(config)).toBe(true);
  });
});
