import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CorpusError, readCorpus, type Corpus } from './corpus.js';
import { measure } from './measure.js';

function load(name: string): Corpus {
  return readCorpus(name, readFileSync(join(__dirname, '../../corpora', name), 'utf8'));
}

/** Page 6 of the design: at most 2 % of personal data leaves, at most 1 % of harmless values is held back. */
test.each([
  ['personal.json', 0.02],
  ['own-personal.json', 0.02],
  ['harmless.json', 0.01],
  ['own-harmless.json', 0.01],
])('of %s at most this part is wrong: %d', (name, limit) => {
  const { units, left } = measure(load(name));
  expect(units).toBeGreaterThan(500);
  expect(left.slice(0, left.length > units * limit ? undefined : 0)).toEqual([]);
});

describe('readCorpus', () => {
  const personal = { class: 'a', properties: { x: 1 }, trace: '1', flags: '' };
  const harmless = { event: 'A', properties: { x: 1 } };
  const whole = { name: 'a', event: {}, settings: {}, want: { status: 'ready' } };

  it.each([
    ['personal', [personal]],
    ['harmless', [harmless]],
    ['cases', [whole]],
  ])('knows the form of %s', (kind, entries) => {
    expect(readCorpus('my.json', JSON.stringify(entries))).toEqual({ kind, entries });
  });

  it.each([
    ['{', 'my.json is no corpus: it is not JSON.'],
    ['{}', 'my.json is no corpus: it must be a list of entries.'],
    ['[]', 'my.json is no corpus: it must be a list of entries.'],
    [
      JSON.stringify([harmless, { type: 'track' }]),
      'my.json is no corpus: entry 2 has none of the three forms. See packages/core/corpora/README.md.',
    ],
    [
      JSON.stringify([{ ...personal, trace: '(' }]),
      'my.json is no corpus: entry 1 has none of the three forms. See packages/core/corpora/README.md.',
    ],
    [
      JSON.stringify([harmless, whole]),
      'my.json is no corpus: its entries are of different forms. See packages/core/corpora/README.md.',
    ],
  ])('refuses %j by the name of the file', (text, message) => {
    expect(() => readCorpus('my.json', text)).toThrow(new CorpusError(message));
  });
});

describe('measure', () => {
  it('counts what leaves, as properties and as traits', () => {
    const entry = { class: 'a', properties: { plan: 'gold' }, trace: 'gold', flags: '' };
    expect(measure({ kind: 'personal', entries: [entry] })).toEqual({
      units: 2,
      left: ['a, as track: {"plan":"gold"}', 'a, as identify: {"plan":"gold"}'],
    });
  });

  it('counts values that are held back', () => {
    const entry = { event: 'A', properties: { plan: 'gold', list: [1, 2], correo: 'juana arroba' } };
    expect(measure({ kind: 'harmless', entries: [entry] })).toEqual({
      units: 4,
      left: ['email: properties.correo of {"plan":"gold","list":[1,2],"correo":"juana arroba"}'],
    });
  });

  it('says what is wrong with a case', () => {
    const entry = {
      name: 'a',
      event: { type: 'page', properties: {} },
      settings: {},
      want: { status: 'ready', code: 'x', params: { ct: 'ar' }, hidden: ['skip'] },
    };
    expect(measure({ kind: 'cases', entries: [entry] })).toEqual({
      units: 1,
      left: ['a: it is skipped, not ready; its code is not x; ct is not there; a hidden text shows'],
    });
  });
});
