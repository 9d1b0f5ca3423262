/** Numbers that follow from a seed, each from 0 up to 1. (Mulberry32.) */
function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** So many of the items, picked by a seed: the same ones each time. */
export function sample(items, count, seed) {
  const random = randomNumbers(seed);
  const left = [...items];
  const picked = [];
  while (picked.length < count && left.length > 0) {
    const index = Math.floor(random() * left.length);
    picked.push(left[index]);
    left[index] = left.at(-1);
    left.pop();
  }
  return picked;
}
