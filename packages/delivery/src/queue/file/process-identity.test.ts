import { spawnSync } from 'node:child_process';
import { isGone, ownIdentity } from './process-identity.js';

const own = ownIdentity();

test('a process that runs is not gone, one that has ended is', () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  expect([isGone(own, own), isGone({ ...own, pid }, own)]).toEqual([false, true]);
});

test('a number that another process has by now is that of one that is gone', () => {
  expect(isGone({ ...own, started: '1' }, own)).toBe(true);
});

test('of a process in another container, or on another machine, nobody here can say it: both may be number 1', () => {
  expect([isGone({ ...own, space: 'pid:[1]' }, own), isGone({ ...own, machine: 'other' }, own)]).toEqual([null, null]);
});
