import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { DeadLetter } from './dead-letter.js';
import { DeadLetterFile, DeadLetterFileError, defaultDeadLetterPath } from './dead-letter-file.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'loop-letters-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const letter = (line: number): DeadLetter => ({
  at: '2026-01-01T00:00:00.000Z',
  reason: { code: 'refused', status: 400, message: 'Loop answered 400.' },
  from: { input: 'events.ndjson', line },
  params: { app: 'com.example.app' },
});
const lineOf = (number: number): string => `${JSON.stringify(letter(number))}\n`;
const contentOf = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

describe('DeadLetterFile', () => {
  it('is made with the first letter, for its owner only', () => {
    const file = DeadLetterFile.at('new.ndjson', folder);
    file.close();
    expect(() => statSync(path.join(folder, 'new.ndjson'))).toThrow('ENOENT');
    file.append(letter(1));
    file.append(letter(2));
    file.close();
    expect({
      name: file.name,
      count: file.count,
      content: contentOf('new.ndjson'),
      mode: statSync(path.join(folder, 'new.ndjson')).mode & 0o777,
    }).toEqual({ name: 'new.ndjson', count: 2, content: lineOf(1) + lineOf(2), mode: 0o600 });
  });

  it('adds to what is there, behind the half line of a run that was killed', () => {
    writeFileSync(path.join(folder, 'old.ndjson'), `${lineOf(1)}{"at":"20`);
    const file = DeadLetterFile.at('old.ndjson', folder);
    file.append(letter(2));
    file.close();
    expect(contentOf('old.ndjson')).toBe(`${lineOf(1)}{"at":"20\n${lineOf(2)}`);
  });

  it('says that the disk is full', () => {
    const file = DeadLetterFile.at('/dev/full', folder);
    expect(() => {
      file.append(letter(1));
    }).toThrow(new DeadLetterFileError('/dev/full', 'ENOSPC'));
    expect(file.count).toBe(0);
    expect(new DeadLetterFileError('/dev/full', 'ENOSPC').message).toBe(
      "The dead-letter file /dev/full can't be written: the disk is full.",
    );
  });

  it('refuses a folder that is not there', () => {
    expect(() => DeadLetterFile.at('gone/letters.ndjson', folder)).toThrow(
      "Dead letters can't be written to gone/letters.ndjson: its folder does not exist. Name another file with --dead-letters. Nothing was sent.",
    );
  });

  it('has a name of its own in every run', () => {
    expect(defaultDeadLetterPath(new Date('2026-03-01T12:34:56.789Z'))).toBe(
      'loop-dead-letters-20260301-123456.ndjson',
    );
  });
});
