import fc from 'fast-check';

import { withExactNumbers } from '@loop-adapters/core/bare';

import { JsonSplitter, type SplitRecord } from './json-splitter.js';

function split(text: string | Buffer, chunkBytes = Number.POSITIVE_INFINITY, maxRecordBytes?: number): SplitRecord[] {
  const bytes = Buffer.from(text as string);
  const splitter = new JsonSplitter(maxRecordBytes);
  const records: SplitRecord[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    records.push(...splitter.push(bytes.subarray(at, Math.min(bytes.length, at + chunkBytes))));
  }
  return [...records, ...splitter.end()];
}

const value = (line: number, found: unknown): SplitRecord => ({ kind: 'value', line, value: found });
const broken = (line: number, message: string, lastLine = line): SplitRecord => ({
  kind: 'broken',
  line,
  lastLine,
  message,
});

const notJson = 'not valid JSON';
const cutOff = 'not valid JSON: the event that starts here is not closed (cut off?)';
const openText = 'not valid JSON: a quoted text is not closed on its line (cut off?)';
const notUtf8 = 'not UTF-8 text. Save the file as UTF-8 and try again';
const tooLarge = 'an event that is too large to be one. Is a bracket or a quote missing?';

const cases: readonly { name: string; text: string; records: SplitRecord[] }[] = [
  { name: 'one object', text: '{"a":1}', records: [value(1, { a: 1 })] },
  { name: 'NDJSON', text: '{"a":1}\n{"a":2}\n', records: [value(1, { a: 1 }), value(2, { a: 2 })] },
  {
    name: 'NDJSON with CRLF and empty lines',
    text: '{"a":1}\r\n\r\n{"a":2}\r\n',
    records: [value(1, { a: 1 }), value(3, { a: 2 })],
  },
  { name: 'an array on one line', text: '[{"a":1}, {"a":2}]', records: [value(1, { a: 1 }), value(1, { a: 2 })] },
  { name: 'an empty array', text: ' [ ] \n', records: [] },
  { name: 'nothing', text: '', records: [] },
  { name: 'white space', text: ' \n\t\n', records: [] },
  {
    name: 'an array over many lines',
    text: '[\n  {\n    "a": [\n      {"b": 1},\n      {"b": 2}\n    ]\n  },\n  {\n    "a": 2\n  }\n]\n',
    records: [value(2, { a: [{ b: 1 }, { b: 2 }] }), value(8, { a: 2 })],
  },
  {
    name: 'an array in the style of { },{ }',
    text: '[{\n  "a": 1\n}, {\n  "a": 2\n}]',
    records: [value(1, { a: 1 }), value(3, { a: 2 })],
  },
  {
    name: 'an object over many lines',
    text: '{\n  "a": {\n    "b": 1\n  }\n}\n',
    records: [value(1, { a: { b: 1 } })],
  },
  {
    name: 'an object over many lines without indentation',
    text: '{\n"a": [\n{\n"b": 1\n},\n{\n"b": 2\n}\n]\n}\n',
    records: [value(1, { a: [{ b: 1 }, { b: 2 }] })],
  },
  {
    name: 'several objects over many lines',
    text: '{\n  "a": 1\n}\n{\n  "a": 2\n}\n',
    records: [value(1, { a: 1 }), value(4, { a: 2 })],
  },
  {
    name: 'several objects on one line',
    text: '{"a":1} {"a":2}{"a":3}',
    records: [value(1, { a: 1 }), value(1, { a: 2 }), value(1, { a: 3 })],
  },
  { name: 'lines that end in commas', text: '{"a":1},\n{"a":2},\n', records: [value(1, { a: 1 }), value(2, { a: 2 })] },
  { name: 'several arrays', text: '[{"a":1}]\n[{"a":2}]\n', records: [value(1, { a: 1 }), value(2, { a: 2 })] },
  {
    name: 'brackets, quotes and escapes inside text',
    text: '[{"a":"}]{[,\\"\\\\"},{"b":"\\\\\\""}]',
    records: [value(1, { a: '}]{[,"\\' }), value(1, { b: '\\"' })],
  },
  {
    name: 'values that are no objects',
    text: 'null\n5\n"a, b"\ntrue\n[1, "x, ]", null, [2]]\n',
    records: [
      value(1, null),
      value(2, 5),
      value(3, 'a, b'),
      value(4, true),
      value(5, 1),
      value(5, 'x, ]'),
      value(5, null),
      value(5, [2]),
    ],
  },
  {
    name: 'a line that is no JSON',
    text: '{"a":1}\nhello\n{"a":2}\n',
    records: [value(1, { a: 1 }), broken(2, notJson), value(3, { a: 2 })],
  },
  {
    name: 'a line with a wrong word in it',
    text: '{"a":1}\n{"a":nope}\n{"a":2}\n',
    records: [value(1, { a: 1 }), broken(2, notJson), value(3, { a: 2 })],
  },
  {
    name: 'a line with one bracket too many',
    text: '{"a":1}}\n{"a":2}\n',
    records: [broken(1, notJson), value(2, { a: 2 })],
  },
  {
    name: 'a line that ends in the middle',
    text: '{"a":1}\n{"a":{"b":2}\n{"a":3}\n',
    records: [value(1, { a: 1 }), broken(2, cutOff), value(3, { a: 3 })],
  },
  {
    name: 'a line that ends after a colon',
    text: '{"a":1}\n{"a":\n{"a":3}\n',
    records: [value(1, { a: 1 }), broken(2, cutOff), value(3, { a: 3 })],
  },
  {
    name: 'lines that end inside a text',
    text: '{"a":1}\n{"a":"x\n{"a":"y\nhello\n{"a":3}\n',
    records: [value(1, { a: 1 }), broken(2, openText), broken(3, openText), broken(4, notJson), value(5, { a: 3 })],
  },
  {
    name: 'an object over many lines that is cut off, then another',
    text: '{\n  "a": 1,\n  "b": 2\n{\n  "a": 2\n}\n',
    records: [broken(1, cutOff, 3), value(4, { a: 2 })],
  },
  {
    name: 'an object over many lines with an open text, then another',
    text: '{\n  "a": "x,\n  "c": {\n    "b": 2\n  }\n}\n{\n  "a": 2\n}\n',
    records: [broken(1, openText, 6), value(7, { a: 2 })],
  },
  {
    name: 'a broken element of an array on one line',
    text: '[{"a":1},{"a":nope},{"a":2} x,{"a":3}]',
    records: [value(1, { a: 1 }), broken(1, notJson), broken(1, notJson), value(1, { a: 3 })],
  },
  {
    name: 'broken elements of an array over many lines',
    text: '[\n  {"a":1},\n  {"a":[{"b":1\n  {"a":"x\n  {"a":2}\n]\n[{"a":3}]',
    records: [value(2, { a: 1 }), broken(3, cutOff), broken(4, openText), value(5, { a: 2 }), value(7, { a: 3 })],
  },
  {
    name: 'a broken last element',
    text: '[\n  {"a":1},\n  {\n    "a":"x\n  }\n]\n[{"a":3}]',
    records: [value(2, { a: 1 }), broken(3, openText, 5), value(7, { a: 3 })],
  },
  {
    name: 'a missing comma deep inside an element',
    text: '[\n  {\n    "a": [\n      {"b":1}\n      {"b":2}\n    ]\n  },\n  {"a":2}\n]',
    records: [broken(2, notJson, 7), value(8, { a: 2 })],
  },
  { name: 'an end in the middle', text: '[{"a":1},{"a":2', records: [value(1, { a: 1 }), broken(1, cutOff)] },
  { name: 'an end inside a text', text: '{"a":1}\n{"a":"x', records: [value(1, { a: 1 }), broken(2, cutOff)] },
];

describe('JsonSplitter', () => {
  it.each(cases)('$name', ({ text, records }) => {
    expect(split(text)).toEqual(records);
  });

  it.each(cases)('$name, byte by byte', ({ text, records }) => {
    expect(split(text, 1)).toEqual(records);
  });

  it('reports bytes that are not UTF-8', () => {
    const latin1 = Buffer.from('{"city":"Bogotá"}\n{"city":"Lima"}\n', 'latin1');
    expect(split(latin1)).toEqual([broken(1, notUtf8), value(2, { city: 'Lima' })]);
  });

  it('gives up a value that is too large, and reads the next line', () => {
    const text = `{"a":"${'x'.repeat(200)}"}\n{"a":2}\n`;
    expect(split(text, 10, 100)).toEqual([broken(1, tooLarge), value(2, { a: 2 })]);
  });

  it('does not repeat the text that it could not read', () => {
    expect(JSON.stringify(split('{"email":"ana@example.com" oops}\n'))).not.toContain('ana@');
  });

  it('reads what JSON.stringify writes, in every form and any pieces', () => {
    const events = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1 });
    fc.assert(
      fc.property(events, fc.integer({ min: 1, max: 50 }), fc.constantFrom('', ' ', '\t'), (list, size, indent) => {
        const forms = [
          list.map((event) => JSON.stringify(event)).join('\n'),
          list.map((event) => JSON.stringify(event, null, indent)).join('\n'),
          JSON.stringify(list, null, indent),
        ];
        const plain = JSON.parse(withExactNumbers(JSON.stringify(list))) as unknown[];
        for (const form of forms) {
          const values = split(form, size).map((found) => (found.kind === 'value' ? found.value : found.message));
          expect(values).toEqual(plain);
        }
      }),
      { numRuns: 500 },
    );
  });
});
