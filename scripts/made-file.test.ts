import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const madeFile = pathToFileURL(join(__dirname, 'made-file.mjs')).href;
const generator = `import { madeFile } from '${madeFile}'; await madeFile('table.md', '|a|b|\\n|-|-|\\n|1|2|');`;
const table = '| a   | b   |\n| --- | --- |\n| 1   | 2   |\n';

describe('a made file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'made-file-'));
    writeFileSync(join(folder, 'generate.mjs'), generator);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const generate = (...args: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, ['generate.mjs', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, stderr: stderr.replaceAll(/\S*table\.md/g, 'table.md') };
  };

  it('is written in Prettier’s layout, and is then up to date', () => {
    expect(generate()).toEqual({ status: 0, stderr: '' });
    expect(readFileSync(join(folder, 'table.md'), 'utf8')).toBe(table);
    expect(generate('--check')).toEqual({ status: 0, stderr: '' });
  });

  it('is named when it is missing or out of date, and left alone', () => {
    expect(generate('--check')).toEqual({ status: 1, stderr: 'table.md is missing. Run: npm run generate\n' });
    writeFileSync(join(folder, 'table.md'), 'by hand\n');
    expect(generate('--check')).toEqual({ status: 1, stderr: 'table.md is out of date. Run: npm run generate\n' });
    expect(readFileSync(join(folder, 'table.md'), 'utf8')).toBe('by hand\n');
  });
});
