import { readBasicUser, WriteKeys } from './write-keys.js';

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

test.each([
  ['KEY-1', 1],
  ['KEY-2', 2],
  ['KEY-', null],
  ['KEY-11', null],
  ['key-1', null],
  ['', null],
])('of KEY-1 and KEY-2, %j is the %j', (key, expected) => {
  const keys = new WriteKeys([
    ['KEY-1', 1],
    ['KEY-2', 2],
  ]);
  expect(keys.find(key)).toBe(expected);
});

test.each([
  [basic('KEY:'), 'KEY'],
  [basic('KEY:password'), 'KEY'],
  [basic('KEY'), 'KEY'],
  [basic('KEY:').replace('Basic', 'basic'), 'KEY'],
  [basic(':'), ''],
  [undefined, null],
  ['', null],
  ['Basic', null],
  ['Basic %%%', null],
  ['Bearer S0VZOg==', null],
])('the user of %j is %j', (header, user) => {
  expect(readBasicUser(header)).toBe(user);
});
