import { startSandbox } from '@loop-adapters/delivery/sandbox';

/** Starts the stand-in for Loop of a trial. It counts how often each event was answered 200. */
export async function startTrialLoop() {
  const arrivals = new Map();
  const { endpoint, close } = await startSandbox({
    latencyMs: 2,
    keep: 1,
    onRequest({ params, answer }) {
      if (answer.status !== 200) return;
      const number = params['value[event]'];
      arrivals.set(number, (arrivals.get(number) ?? 0) + 1);
    },
  });
  const startedAtMs = performance.now();
  return {
    endpoint,
    close,
    /** How many different events have arrived. */
    arrived: () => arrivals.size,
    /** What the trial is judged by, if so many events were to arrive: see the programs. */
    figures: (events) => ({
      missing: events - arrivals.size,
      duplicates: [...arrivals.values()].reduce((sum, times) => sum + times, 0) - arrivals.size,
      seconds: Number(((performance.now() - startedAtMs) / 1000).toFixed(1)),
    }),
  };
}

export function wait(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
