import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..');

describe('set-up in a fresh clone', () => {
  let clone: string;
  beforeEach(() => {
    clone = mkdtempSync(join(tmpdir(), 'set-up-'));
    const manifests = readdirSync(join(root, 'packages')).map((folder) => join('packages', folder, 'package.json'));
    for (const file of ['package.json', 'package-lock.json', 'scripts', ...manifests]) {
      mkdirSync(join(clone, file, '..'), { recursive: true });
      cpSync(join(root, file), join(clone, file), { recursive: true });
    }
  });
  afterEach(() => {
    rmSync(clone, { recursive: true });
  });

  /** What set-up says on a machine that a line of code pretends. */
  const setUp = (pretend: string, env: Readonly<Record<string, string>> = {}) => {
    const before = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'; ${pretend}; syncBuiltinESMExports();`;
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(before)}`, join(clone, 'scripts/set-up.mjs')],
      { encoding: 'utf8', cwd: clone, env: { ...process.env, ...env } },
    );
    return { status, stderr: stderr.replaceAll(clone, 'CLONE').replaceAll(/CLONE\/(?= |:)/g, 'CLONE') };
  };

  it.each([
    [
      'an old Node',
      'Object.defineProperty(process.versions, "node", { value: "20.18.3" })',
      'Loop Adapters needs Node 20.19 or later, and this is Node 20.18.3: install a newer one from https://nodejs.org, then run the same command again.',
    ],
    [
      'a full disk',
      'fs.statfsSync = () => ({ bavail: 700_000, bsize: 1_000 })',
      'The disk that holds CLONE has 700 MB left, and 1000 MB are needed: make room on it, then run the same command again.',
    ],
    [
      'a folder that can only be read',
      `const { accessSync } = fs; fs.accessSync = (path, mode) => { if (path.includes("set-up-")) throw new Error("EROFS"); accessSync(path, mode); }`,
      'Nothing can be written to CLONE: make it writable, or copy the repository to a folder of your own, then run the same command again.',
    ],
  ])('ends with one sentence on %s', (_, pretend, sentence) => {
    expect(setUp(pretend)).toEqual({ status: 1, stderr: `${sentence}\n` });
  });

  it('ends with one sentence without a folder for temporary files', () => {
    expect(setUp('', { TMPDIR: join(clone, 'nowhere') })).toEqual({
      status: 1,
      stderr:
        'Nothing can be written to CLONE/nowhere, the folder for temporary files: set TMPDIR to a folder of your own, then run the same command again.\n',
    });
  });

  it('ends with one sentence without a network', () => {
    const nowhere = 'http://127.0.0.1:1/';
    const env = {
      npm_config_registry: nowhere,
      npm_config_cache: join(clone, 'empty'),
      npm_config_update_notifier: 'false',
    };
    expect(setUp('fs.statfsSync = () => ({ bavail: 2_000_000, bsize: 1_000 })', env)).toEqual({
      status: 1,
      stderr:
        'Installing the dependencies. This happens once and can take a few minutes …\n' +
        `npm can't reach ${nowhere}: connect this machine to the network (behind a proxy: npm config set proxy URL), then run the same command again.\n`,
    });
  });
});
