import { JournalIds } from './journal-ids.js';

const idsOf = (directory: string, events: readonly (readonly [string, number, unknown])[]): string[] => {
  const ids = new JournalIds(directory);
  return events.map(([input, line, event]) => ids.next({ input, line }, event));
};

test('the same input has the same IDs, from wherever it is named', () => {
  const events = (file: string) =>
    [
      [file, 1, { a: 1 }],
      [file, 1, { a: 1 }],
      [file, 9, 2],
    ] as const;
  expect(idsOf('/data', events('day.json'))).toEqual(idsOf('/', events('data/day.json')));
});

test('what stands elsewhere or is something else has another one', () => {
  const ids = idsOf('/data', [
    ['day.json', 1, { a: 1 }],
    ['day.json', 2, { a: 1 }],
    ['other.json', 1, { a: 1 }],
    ['other.json', 2, { a: 2 }],
  ]);
  expect(new Set([...ids, ...idsOf('/data', [['day.json', 1, { a: 2 }]])]).size).toBe(5);
});

test('lines do not matter: a reformatted file is the same', () => {
  expect(
    idsOf('/', [
      ['a', 1, 1],
      ['a', 2, 2],
    ]),
  ).toEqual(
    idsOf('/', [
      ['a', 1, 1],
      ['a', 1, 2],
    ]),
  );
});
