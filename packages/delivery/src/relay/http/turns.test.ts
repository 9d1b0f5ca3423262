import { Turns } from './turns.js';

/** A stand-in for the event loop: a turn comes when it is told to. */
class Loop {
  #planned: (() => void)[] = [];
  readonly plan = (run: () => void): void => void this.#planned.push(run);
  async turn(): Promise<boolean> {
    const planned = this.#planned.splice(0);
    for (const run of planned) run();
    // What was let go goes on before the next turn.
    await new Promise((resolve) => setImmediate(resolve));
    return planned.length > 0;
  }
}

test('so many units in a turn, whoever asks for them, and the next ones in the order in which they came', async () => {
  const loop = new Loop();
  const turns = new Turns(100, loop.plan);
  const done: string[] = [];
  const work = async (name: string, pieces: number): Promise<void> => {
    for (let piece = 0; piece < pieces; piece++) {
      const turn = turns.take(60);
      if (turn !== null) await turn;
      done.push(`${name}${piece}`);
    }
  };
  const all = Promise.all([work('a', 3), work('b', 2), work('c', 1)]);
  const byTurn: string[][] = [done.splice(0)];
  while (await loop.turn()) byTurn.push(done.splice(0));
  await all;
  expect(byTurn.filter((turn) => turn.length > 0)).toEqual([
    ['a0', 'a1'],
    ['a2', 'b0'],
    ['c0', 'b1'],
  ]);
});

test('more than a turn has is let through in a turn of its own', async () => {
  const loop = new Loop();
  const turns = new Turns(100, loop.plan);
  expect(turns.take(1000)).toBeNull();
  let isNext = false;
  void turns.take(1)?.then(() => (isNext = true));
  expect(isNext).toBe(false);
  await loop.turn();
  expect(isNext).toBe(true);
});

test('what a turn does not use is not saved up', async () => {
  const loop = new Loop();
  const turns = new Turns(100, loop.plan);
  void turns.take(1);
  for (let turn = 0; turn < 5; turn++) await loop.turn();
  expect([turns.take(100), turns.take(1)]).toEqual([null, expect.any(Promise)]);
});
