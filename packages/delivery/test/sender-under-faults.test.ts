import { createSender } from '../src/sender/sender.js';
import { startSandbox, type Arrival, type Fault, type SandboxOptionsInput } from '../src/sandbox/index.js';
import { loopUrl } from './loop-url.js';
import { VirtualClock } from './virtual-clock.js';

interface Trial {
  readonly arrivals: readonly Arrival[];
  readonly results: readonly { readonly status: string; readonly attempts: number }[];
}

/**
 * Sends so many events through one sender, waiting in virtual time, and gives what arrived.
 *
 * @param timeoutMs of the sender, in real time: no answer of a busy machine takes so long
 */
async function trial(
  events: number,
  concurrency: number,
  sandboxOptions: SandboxOptionsInput,
  timeoutMs = 60_000,
): Promise<Trial> {
  const clock = new VirtualClock();
  const loop = await startSandbox({ keep: 100_000, now: () => clock.now(), ...sandboxOptions });
  const sender = createSender({ concurrency, timeoutMs, retry: { attempts: 20 } }, { clock, random: seeded(1) });
  const results = await Promise.all(
    Array.from({ length: events }, (_, n) => sender.send({ url: loopUrl(loop.endpoint, `event ${String(n)}`) })),
  );
  await sender.close();
  await loop.close();
  return { arrivals: loop.requests(), results };
}

/** The same numbers every time (a linear congruential generator), from 0 up to 1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

function accepted({ answer: { status } }: Arrival): boolean {
  return status !== null && status >= 200 && status < 300;
}

function byEvent(arrivals: readonly Arrival[]): Map<string, Arrival[]> {
  const events = new Map<string, Arrival[]>();
  for (const arrival of arrivals) {
    const event = arrival.params['value[event]'] ?? '';
    events.set(event, [...(events.get(event) ?? []), arrival]);
  }
  return events;
}

/** Every event was answered 2xx exactly once, by the last request that was made for it. */
function expectEachAcceptedOnce({ arrivals, results }: Trial): void {
  const events = byEvent(arrivals);
  expect(events.size).toBe(results.length);
  const outcomes = results.map((result, n) => {
    const requests = events.get(`event ${String(n)}`) ?? [];
    return {
      ...result,
      requests: requests.length,
      acceptedAt: requests.flatMap((each, i) => (accepted(each) ? [i] : [])),
    };
  });
  expect(outcomes).toEqual(
    outcomes.map((outcome) => ({
      status: 'delivered',
      httpStatus: expect.any(Number),
      attempts: outcome.requests,
      requests: outcome.requests,
      acceptedAt: [outcome.requests - 1],
    })),
  );
}

const startMs = Date.UTC(2026, 0, 1);

/** Every kind of trouble, each with the virtual milliseconds that it asks to wait. */
const troubles: readonly { readonly fault: Fault; readonly pauseMs: number }[] = [
  { fault: { kind: 'status', status: 429, retryAfter: 2 }, pauseMs: 2000 },
  { fault: { kind: 'status', status: 500 }, pauseMs: 0 },
  { fault: { kind: 'reset' }, pauseMs: 0 },
  { fault: { kind: 'status', status: 503, retryAfter: 30 }, pauseMs: 30_000 },
  { fault: { kind: 'half_status_line' }, pauseMs: 0 },
  { fault: { kind: 'half_body', status: 200 }, pauseMs: 0 },
  { fault: { kind: 'half_body', status: 502 }, pauseMs: 0 },
  { fault: { kind: 'status', status: 429 }, pauseMs: 0 },
  { fault: { kind: 'status', status: 408 }, pauseMs: 0 },
];

describe.each([1, 16])('Loop slow, failing, throttling: %d at once', (concurrency) => {
  test('all is delivered, nothing that was answered 2xx is sent twice, every pause in seconds is obeyed', async () => {
    const random = seeded(7);
    const pauses = new Map<number, number>();
    const tried = await trial(300, concurrency, {
      answers: (n) => {
        if (random() > 0.4) return undefined;
        const trouble = troubles[Math.floor(random() * troubles.length)];
        if (trouble !== undefined) pauses.set(n, trouble.pauseMs);
        return trouble?.fault;
      },
    });
    expectEachAcceptedOnce(tried);
    expect(new Set(tried.arrivals.map(({ answer }) => answer.status))).toEqual(
      new Set([200, null, 408, 429, 500, 502, 503]),
    );

    for (const requests of byEvent(tried.arrivals).values()) {
      for (const [i, { n, receivedAtMs }] of requests.slice(0, -1).entries()) {
        const next = requests[i + 1]?.receivedAtMs ?? 0;
        expect(next - receivedAtMs).toBeGreaterThanOrEqual(pauses.get(n) ?? 0);
      }
    }
    if (concurrency === 1) {
      for (const [i, { n, receivedAtMs }] of tried.arrivals.slice(0, -1).entries()) {
        const next = tried.arrivals[i + 1]?.receivedAtMs ?? 0;
        expect(next - receivedAtMs).toBeGreaterThanOrEqual(pauses.get(n) ?? 0);
      }
    }
  });

  test('a pause as a date is obeyed', async () => {
    const openAtMs = startMs + 90_000;
    const tried = await trial(40, concurrency, {
      answers: (n) => (n <= concurrency ? { kind: 'status', status: 503, retryAfter: new Date(openAtMs) } : undefined),
    });
    expectEachAcceptedOnce(tried);
    const taken = tried.arrivals.slice(concurrency);
    expect(taken).toHaveLength(40);
    expect(taken.every(({ receivedAtMs }) => receivedAtMs >= openAtMs)).toBe(true);
  });

  test('what hangs or stalls is given up and sent again, unless it was answered 2xx', async () => {
    const faults: readonly Fault[] = [
      { kind: 'hang' },
      { kind: 'stalled_body', status: 200 },
      { kind: 'stalled_body', status: 503 },
    ];
    const tried = await trial(20, concurrency, { answers: (n) => faults[n - 1] }, 1500);
    expectEachAcceptedOnce(tried);
    expect(tried.arrivals).toHaveLength(22);
  });

  test('under a rate limit of its own, no event runs out of tries', async () => {
    const tried = await trial(200, concurrency, { throttleRps: 5 });
    expectEachAcceptedOnce(tried);
  });

  test('half of the requests failing at random', async () => {
    const tried = await trial(200, concurrency, { failRate: 0.5, random: seeded(3) });
    expectEachAcceptedOnce(tried);
  });
});
