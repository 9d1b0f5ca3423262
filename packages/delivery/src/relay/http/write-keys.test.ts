import { readBasicUser, WriteKeys } from './write-keys.js';

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

test.each([
  ['KEY-1', true],
  ['KEY-2', true],
  ['KEY-', false],
  ['KEY-11', false],
  ['key-1', false],
  ['', false],
])('of KEY-1 and KEY-2, %j is accepted: %j', (key, expected) => {
  expect(new WriteKeys(['KEY-1', 'KEY-2']).accept(key)).toBe(expected);
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
