import { createPart, runWithParts } from './part.js';
import { createTimeLimit } from '../host/time-limit.js';

const limit = createTimeLimit({}, 1);

describe('a part that is loaded when it is needed', () => {
  it('is loaded once, and what needed it runs again', async () => {
    let loads = 0;
    const part = createPart('double', () => {
      loads += 1;
      return Promise.resolve((value: number) => value * 2);
    });
    const run = () => part.need()?.(21) ?? null;
    const never = () => false;
    expect(await runWithParts([part], limit, run, never)).toEqual({ result: 42, missing: [] });
    expect(runWithParts([part], limit, run, never)).toEqual({ result: 42, missing: [] });
    expect(loads).toBe(1);
  });

  it('is not loaded for what does not need it, nor for a result that it can’t change', () => {
    const part = createPart('unneeded', () => Promise.reject(new Error('It must not be loaded.')));
    expect(
      runWithParts(
        [part],
        limit,
        () => 'plain',
        () => false,
      ),
    ).toEqual({ result: 'plain', missing: [] });
    const asked: (readonly string[])[] = [];
    const isFinal = (_: unknown, missed: readonly string[]) => asked.push(missed) > 0;
    expect(runWithParts([part], limit, () => part.need(), isFinal)).toEqual({ result: null, missing: [] });
    expect(asked).toEqual([['unneeded']]);
  });

  it('is named when it does not come, and tried again the next time', async () => {
    let isOnline = false;
    const part = createPart('late', () => (isOnline ? Promise.resolve('here') : Promise.reject(new Error('offline'))));
    const run = () => part.need();
    const never = () => false;
    expect(await runWithParts([part], limit, run, never)).toEqual({ result: null, missing: ['late'] });
    isOnline = true;
    expect(await runWithParts([part], limit, run, never)).toEqual({ result: 'here', missing: [] });
  });

  it('is not waited for once the page goes away', async () => {
    const part = createPart('slow', () => new Promise<string>(() => undefined));
    const leaving = createTimeLimit({}, 1);
    const ran = runWithParts(
      [part],
      leaving,
      () => part.need(),
      () => false,
    );
    leaving.hurry();
    expect(await ran).toEqual({ result: null, missing: ['slow'] });
  });

  it('may lead to another part', async () => {
    const first = createPart('first', () => Promise.resolve(1));
    const second = createPart('second', () => Promise.resolve(2));
    const run = () => {
      const one = first.need();
      return one === null ? null : one + (second.need() ?? 0);
    };
    expect(await runWithParts([first, second], limit, run, () => false)).toEqual({ result: 3, missing: [] });
  });
});
