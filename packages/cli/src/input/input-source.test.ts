import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';

import { UsageError } from '../terminal/usage-error.js';
import { findInputSources, totalBytes } from './input-source.js';

let folder: string;
const pipe = Object.assign(Readable.from([]), { isTTY: false });
const terminal = Object.assign(Readable.from([]), { isTTY: true });

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'loop-sources-'));
  mkdirSync(path.join(folder, 'events/nested.json'), { recursive: true });
  mkdirSync(path.join(folder, 'none'));
  const names = ['b.ndjson', 'a.json.gz', 'c.jsonl', 'loop.config.json', 'package.json', 'notes.txt', 'd.JSON'];
  for (const name of names) writeFileSync(path.join(folder, 'events', name), '{}');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('findInputSources', () => {
  it('takes the files of a directory by name, and nothing but events', async () => {
    const sources = await findInputSources([path.join(folder, 'events')], { stdin: pipe });
    expect(sources.map(({ name, sizeBytes }) => ({ name: path.relative(folder, name), sizeBytes }))).toEqual([
      { name: 'events/a.json.gz', sizeBytes: 2 },
      { name: 'events/b.ndjson', sizeBytes: 2 },
      { name: 'events/c.jsonl', sizeBytes: 2 },
      { name: 'events/d.JSON', sizeBytes: 2 },
    ]);
    expect(totalBytes(sources)).toBe(8);
  });

  it('takes any file that is named, and - as standard input, in their order', async () => {
    const named = path.join(folder, 'events/notes.txt');
    const sources = await findInputSources(['-', named], { stdin: pipe });
    expect(sources.map(({ name, sizeBytes }) => ({ name, sizeBytes }))).toEqual([
      { name: 'stdin', sizeBytes: null },
      { name: named, sizeBytes: 2 },
    ]);
    expect(totalBytes(sources)).toBeNull();
  });

  it('takes a pipe if nothing is named', async () => {
    expect((await findInputSources([], { stdin: pipe })).map(({ name }) => name)).toEqual(['stdin']);
  });

  it.each([
    [
      [],
      'No input. Give a file with events, a directory, or - to read a pipe. Example: loop-adapters explain event.json',
    ],
    [['-', '-'], 'Standard input (-) was given twice. It can be read only once.'],
    [['gone.json'], 'gone.json does not exist. Check the path; it is read from the current directory.'],
  ])('refuses %j', async (paths, message) => {
    await expect(findInputSources(paths, { stdin: terminal })).rejects.toEqual(new UsageError(message));
  });

  it('refuses a directory without events', async () => {
    const empty = path.join(folder, 'none');
    await expect(findInputSources([empty], { stdin: pipe })).rejects.toEqual(
      new UsageError(`${empty} is a directory without *.json, *.ndjson or *.jsonl files. Give the file's own path.`),
    );
  });
});
