import { AddressWatch } from './address-watch.js';

/** How often it is found when so many people come from one address, and each of the others from his own. */
function found(shared: number, others: number, visits = 1): number {
  let times = 0;
  const watch = new AddressWatch(() => times++);
  for (let visit = 0; visit < visits; visit++) {
    for (let n = 0; n < others; n++) watch.given(`192.0.2.${n}`, `other ${n}`);
    for (let n = 0; n < shared; n++) watch.given('198.51.100.7', `person ${n}`);
  }
  return times;
}

test.each([
  [1000, 0, 1, 1],
  [900, 100, 1, 1],
  [700, 300, 1, 0],
  [500, 0, 1, 0],
  [30, 900, 1, 0],
  [100, 0, 50, 0],
  [2000, 0, 1, 2],
])('%d people of one address and %d others, %d times: found %d times', (shared, others, visits, times) => {
  expect(found(shared, others, visits)).toBe(times);
});
