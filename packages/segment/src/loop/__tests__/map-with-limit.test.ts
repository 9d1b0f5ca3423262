import { mapWithLimit } from '../map-with-limit';

it('keeps the order and the limit', async () => {
  let underWay = 0;
  let most = 0;
  const results = await mapWithLimit([3, 1, 2, 0, 1], 2, async (item) => {
    most = Math.max(most, ++underWay);
    for (let turn = 0; turn < item; turn++) await Promise.resolve();
    underWay--;
    return item * 10;
  });
  expect(results).toEqual([30, 10, 20, 0, 10]);
  expect(most).toBe(2);
});

it('is done at once with nothing', async () => {
  expect(await mapWithLimit([], 5, () => Promise.reject(new Error('never called')))).toEqual([]);
});
