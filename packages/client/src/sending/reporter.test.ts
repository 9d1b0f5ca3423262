import { createTranslator, type Outcome } from '@loop-adapters/core';
import { createTimeLimit } from '../host/time-limit.js';
import type { Report } from './report.js';
import { createReporter, type Result } from './reporter.js';

const outcomeOf = (event: object): Outcome => createTranslator({ sourceHash: 'XYZ123' }).translate(event);

const device = { type: 'android', model: 'Pixel6', advertisingId: 'abcdef-1234-5678' };
const context = { app: { namespace: 'com.example.app' }, ip: '192.168.1.1', location: { country: 'AR' }, device };
const sent: Result = {
  type: 'track',
  outcome: outcomeOf({ type: 'track', event: 'Opened', context }),
  delivery: 'accepted',
  failures: [],
};
const skipped: Result = {
  type: 'track',
  outcome: outcomeOf({ type: 'track', context: { device: { type: 'android' } } }),
  delivery: null,
  failures: [],
};

/** A reporter, and what it told. */
function start(limit = createTimeLimit({}, 1)) {
  const reports: Report[] = [];
  const reporter = createReporter({
    report: (report) => reports.push(report),
    places: {},
    isConsentPlain: false,
    limit,
  });
  return { reporter, codes: () => reports.map(({ code, message }) => [code, message.slice(0, 36)]) };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a reporter', () => {
  it('tells at once what needs no sentence of its own', () => {
    const { reporter, codes } = start();
    reporter.tell(sent);
    expect(codes()).toEqual([['accepted', 'Loop took the event.']]);
  });

  it('tells everything in order while it loads the sentences', async () => {
    const { reporter, codes } = start();
    for (const result of [skipped, sent, { ...sent, delivery: 'queue_full' } as const]) reporter.tell(result);
    expect(codes()).toEqual([]);
    while (codes().length < 3) await settled();
    expect(codes()).toEqual([
      ['no_advertising_id', 'The event carries no advertising ID '],
      ['accepted', 'Loop took the event.'],
      ['queue_full', 'Too many events were waiting to be s'],
    ]);
  });

  it('tells the code without its sentence when the page goes away first', async () => {
    const limit = createTimeLimit({}, 1);
    limit.hurry();
    const { reporter, codes } = start(limit);
    reporter.tell(skipped);
    while (codes().length < 1) await Promise.resolve();
    expect(codes()).toEqual([['no_advertising_id', 'The sentence of this code could not ']]);
  });

  it('says in an explanation where the settings look', async () => {
    const explanation = createTranslator({ sourceHash: 'XYZ123', sources: { ct: ['properties.land'] } }).explain({
      type: 'track',
      context: { ...context, location: undefined },
    });
    const reporter = createReporter({
      report: () => undefined,
      places: { ct: ['properties.land'] },
      isConsentPlain: false,
      limit: createTimeLimit({}, 1),
    });
    expect(await reporter.describe(explanation)).toEqual(explanation);
  });
});
