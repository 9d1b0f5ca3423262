import { Wall } from './wall.js';

const second = 1000;
const yes = { status: 'delivered' } as const;
const no = (httpStatus: number) => ({ status: 'refused', httpStatus }) as const;

/** Whether the wall is up after these answers, and how many of the events it kept. */
function after(answers: readonly (number | 'yes')[], limit = 20): [boolean, number] {
  const wall = new Wall(limit);
  const kept = answers.filter((answer) => wall.settled(answer === 'yes' ? yes : no(answer), 0));
  return [wall.isUp, kept.length];
}

const times = (count: number, ...answers: (number | 'yes')[]): (number | 'yes')[] =>
  Array.from({ length: count }, () => answers).flat();

test.each<[string, (number | 'yes')[], [boolean, number]]>([
  ['one bad event', times(1, 400), [false, 0]],
  ['nineteen', times(19, 403), [false, 0]],
  ['twenty', times(20, 403), [true, 1]],
  ['a hundred', times(100, 403), [true, 81]],
  ['a yes among them', [...times(19, 403), 'yes', ...times(11, 403)], [true, 1]],
  ['another no among them', [...times(19, 403), 400, ...times(11, 403)], [true, 1]],
  ['one bad event of five', times(100, 'yes', 'yes', 'yes', 'yes', 400), [false, 0]],
  ['four bad ones of five', times(100, 'yes', 400, 400, 400, 400), [false, 0]],
  ['two kinds of no in turns', times(100, 400, 403), [false, 0]],
])('%s', (_, answers, expected) => {
  expect(after(answers)).toEqual(expected);
});

/** A wall of 403 that is up from 0 on. */
function wallAtZero(): Wall {
  const wall = new Wall(3);
  for (let n = 0; n < 3; n++) wall.settled(no(403), 0);
  return wall;
}

test('one at a time is tried, after ever longer pauses, and kept', () => {
  const wall = wallAtZero();
  const waits: number[] = [];
  let nowMs = 0;
  for (let n = 0; n < 7; n++) {
    waits.push(wall.waitMs(nowMs));
    nowMs += wall.waitMs(nowMs);
    expect(wall.waitMs(nowMs)).toBe(0);
    wall.trying();
    expect(wall.waitMs(nowMs)).toBeGreaterThan(0);
    nowMs += second;
    expect(wall.settled(no(403), nowMs)).toBe(true);
  }
  expect(waits).toEqual([5, 10, 20, 40, 60, 60, 60].map((seconds) => seconds * second));
  expect([wall.isUp, wall.httpStatus]).toEqual([true, 403]);
});

test('what was on its way when it went up is kept, and no try', () => {
  const wall = wallAtZero();
  expect([wall.settled(no(403), second), wall.waitMs(second)]).toEqual([true, 4 * second]);
});

test('a yes opens it', () => {
  const wall = wallAtZero();
  wall.trying();
  expect([wall.settled(yes, second), wall.isUp, wall.waitMs(second)]).toEqual([false, false, 0]);
});

test('a bad event at a wall is a dead letter, and two of them open it', () => {
  const wall = new Wall(20);
  for (let n = 0; n < 20; n++) wall.settled(no(403), 0);
  wall.trying();
  expect([wall.settled(no(400), second), wall.isUp, wall.waitMs(second)]).toEqual([false, true, 5 * second]);
  wall.trying();
  expect([wall.settled(no(400), second), wall.isUp]).toEqual([false, false]);
});

test('a try that comes back without an answer is followed by another one', () => {
  const wall = wallAtZero();
  wall.trying();
  wall.unsettled(7 * second);
  expect(wall.waitMs(7 * second)).toBe(5 * second);
});
