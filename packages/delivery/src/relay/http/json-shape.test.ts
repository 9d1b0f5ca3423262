import * as fc from 'fast-check';
import { readJsonShape } from './json-shape.js';

const none = { depth: 1e9, keys: 1e9 };

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

function keysOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return own + Object.values(value).reduce((sum: number, item) => sum + keysOf(item), 0);
}

test('depth and keys are those of what the parser makes of it', () => {
  fc.assert(
    fc.property(fc.json(), fc.integer({ min: 0, max: 2 }), (json, indent) => {
      const value = JSON.parse(json) as unknown;
      const bytes = Buffer.from(JSON.stringify(value, null, indent));
      expect(readJsonShape(bytes, none)).toMatchObject({ depth: depthOf(value), keys: keysOf(value) });
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['{"writeKey":"KEY","batch":[]}', 'KEY'],
  ['{"batch":[{"writeKey":"INNER"}], "writeKey" : "KEY"}', 'KEY'],
  ['{"batch":[{"writeKey":"INNER"}]}', null],
  ['["writeKey","KEY"]', null],
  ['{"a":"writeKey","b":"KEY"}', null],
  ['{"writeKey":["KEY"]}', null],
  ['{"writeKey":7,"a":"KEY"}', null],
  [String.raw`{"writeKey":"K\u0045Y"}`, null],
  [`{"writeKey":"${'K'.repeat(129)}"}`, null],
  ['{"a":"\\"","writeKey":"KEY"}', 'KEY'],
  ['{"a":"\\\\","writeKey":"KEY"}', 'KEY'],
  ['{"writeKey":"KEY', 'KEY'],
  ['', null],
])('the write key in %s is %j', (json, writeKey) => {
  expect(readJsonShape(Buffer.from(json), none)?.writeKey).toBe(writeKey);
});

test.each([
  ['[[[]]]', { depth: 3, keys: 9 }, true],
  ['[[[[]]]]', { depth: 3, keys: 9 }, false],
  ['{"a":1,"b":{"c":2}}', { depth: 9, keys: 3 }, true],
  ['{"a":1,"b":{"c":2,"d":3}}', { depth: 9, keys: 3 }, false],
])('%s within %j: %j', (json, limits, isWithin) => {
  expect(readJsonShape(Buffer.from(json), limits) !== null).toBe(isWithin);
});
