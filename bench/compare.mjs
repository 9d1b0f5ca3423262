/** Long enough that the clock's own resolution and one call's luck don't matter. */
const batchMs = 5;

/** So many pairs of batches, one after the other; the median is then steady to about a percent. */
const rounds = { quick: 31, full: 301 };

/**
 * Measures two functions against each other in one run: batches of one and the other in turn, because machines differ
 * and drift, and the median of the rounds' ratios.
 *
 * @param ours what is measured, and
 * @param theirs what it is measured against: functions of a number, which they may use to take another input each time.
 *   They return something that depends on their work; it is used, so that the engine can't leave the work out.
 * @param quick fewer rounds
 * @returns the two medians in microseconds per call, and `ratio`: the time of ours in times of theirs
 */
export function compare({ ours, theirs, quick = false }) {
  const calls = { ours: callsPerBatch(ours), theirs: callsPerBatch(theirs) };
  const times = [];
  for (let round = 0; round < (quick ? rounds.quick : rounds.full); round++) {
    const order = round % 2 === 0 ? ['ours', 'theirs'] : ['theirs', 'ours'];
    const time = {};
    for (const which of order) time[which] = timeOf(which === 'ours' ? ours : theirs, calls[which]) / calls[which];
    times.push(time);
  }
  return {
    ours: 1000 * median(times.map((time) => time.ours)),
    theirs: 1000 * median(times.map((time) => time.theirs)),
    ratio: median(times.map((time) => time.ours / time.theirs)),
  };
}

/**
 * The same for functions that wait: each takes a number of events and resolves when they are all done. It is for rows
 * whose figure is events per second.
 *
 * @param ours resolves when that many events are through; so does
 * @param theirs
 * @param count how many events a batch has
 * @param quick a fifth of the rounds
 * @returns the two medians in events per second, and `ratio`: ours in times of theirs
 */
export async function compareThroughput({ ours, theirs, count, pairs = 15, quick = false }) {
  const run = { ours, theirs };
  for (const which of ['ours', 'theirs']) await run[which](count);
  const rates = [];
  for (let round = 0; round < (quick ? Math.ceil(pairs / 5) : pairs); round++) {
    const rate = {};
    for (const which of round % 2 === 0 ? ['ours', 'theirs'] : ['theirs', 'ours']) {
      const start = performance.now();
      await run[which](count);
      rate[which] = (1000 * count) / (performance.now() - start);
    }
    rates.push(rate);
  }
  return {
    ours: median(rates.map((rate) => rate.ours)),
    theirs: median(rates.map((rate) => rate.theirs)),
    ratio: median(rates.map((rate) => rate.ours / rate.theirs)),
  };
}

/** The middle one of some numbers. */
export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Warms the function up and finds how many calls take a batch's time. */
function callsPerBatch(run) {
  let calls = 1;
  const warmUntil = performance.now() + 300;
  let time = timeOf(run, calls);
  while (time < batchMs || performance.now() < warmUntil) {
    if (time < batchMs) calls = Math.ceil(calls * Math.min(10, Math.max(1.2, batchMs / Math.max(time, 0.01))));
    time = timeOf(run, calls);
  }
  return calls;
}

/** Milliseconds for so many calls. */
function timeOf(run, calls) {
  const start = performance.now();
  let sum = 0;
  for (let index = 0; index < calls; index++) sum += weightOf(run(index));
  const time = performance.now() - start;
  if (Number.isNaN(sum)) throw new Error('The measured function returned nothing.');
  return time;
}

function weightOf(result) {
  return typeof result === 'string' ? result.length : Number(result);
}
