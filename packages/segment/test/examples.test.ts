import { createTranslator, type Note } from '@loop-adapters/core';
import { createTestIntegration, defaultValues, type SegmentEvent } from '@segment/actions-core';
import nock from 'nock';
import destination from '../src';
import { loopAnswersAlways } from '../src/loop/__tests__/__helpers__/loop-answers';
import { coreExamples, exampleFolders, type ExampleEvent } from './examples';
import { loadFunction } from './load-function';
import { startLoop, type LoopStandIn } from './start-loop';

/** What became of an event, in the same words wherever it went through. */
interface Result {
  /** The URL that was requested, without the host; null if none was. */
  readonly url: string | null;
  readonly outcome: string;
}

let loop: LoopStandIn;
/** What the action sent: it takes no endpoint on this machine, so nock stands in for Loop. */
let requested: string[];

beforeAll(async () => {
  loop = await startLoop();
});

beforeEach(() => {
  requested = loopAnswersAlways();
});

afterEach(() => {
  nock.cleanAll();
});

afterAll(async () => {
  await loop.stop();
});

/** Runs something and takes what arrived meanwhile. */
async function arrivedDuring(run: () => Promise<string>): Promise<Result> {
  loop.arrived.length = 0;
  requested.length = 0;
  const outcome = await run();
  const [url = null, ...others] = [...loop.arrived, ...requested];
  expect(others).toEqual([]);
  return { url, outcome };
}

const onlyNotes = (notes: readonly Pick<Note, 'code' | 'parameter'>[]): string =>
  notes.map(({ code, parameter }) => ` ${code}:${String(parameter)}`).join('');

function ofCore(translator: ReturnType<typeof createTranslator>, event: ExampleEvent): Result {
  const outcome = translator.translate(event);
  switch (outcome.status) {
    case 'ready': {
      // The request goes through a URL parser, which escapes an apostrophe.
      const { pathname, search } = new URL(outcome.request.url);
      return { url: pathname + search, outcome: `sent${onlyNotes(outcome.notes)}` };
    }
    case 'skipped':
      return { url: null, outcome: `skipped ${outcome.reason.code}` };
    case 'invalid':
      return { url: null, outcome: `invalid ${outcome.problems.map(({ code }) => code).join(' ')}` };
  }
}

/** Identify calls go to their own action, all others to the other, as the presets have it. */
async function ofAction(settings: object, event: ExampleEvent): Promise<Result> {
  const partnerAction = event.type === 'identify' ? 'identifyUser' : 'trackEvent';
  const mapping = defaultValues(destination.actions[partnerAction]?.fields ?? {});
  const subscriptions = [{ partnerAction, subscribe: 'type != "none"', mapping }];
  return await arrivedDuring(async () => {
    try {
      const results = await createTestIntegration(destination).onEvent(event as unknown as SegmentEvent, {
        ...settings,
        subscriptions,
      });
      const data = results[2]?.data as unknown as { result: string; reason?: string; notes: Note[] };
      return data.result === 'sent' ? `sent${onlyNotes(data.notes)}` : `skipped ${String(data.reason)}`;
    } catch (error) {
      return problemsIn('PayloadValidationError', error);
    }
  });
}

async function ofFunction(settings: object, event: ExampleEvent): Promise<Result> {
  const loaded = loadFunction();
  const call = `on${event.type.charAt(0).toUpperCase()}${event.type.slice(1)}` as 'onTrack';
  return await arrivedDuring(async () => {
    try {
      await loaded[call](event, { ...settings, endpoint: loop.endpoint });
      const [, reason] = /not get the event: (\w+)/.exec(loaded.log.join()) ?? [];
      const [, list = ''] = /Left out: (.*)\.$/.exec(loaded.log.join()) ?? [];
      const notes = [...list.matchAll(/(\S+) \((\w+)\)/g)].map(
        ([, parameter, code]) => ` ${String(code)}:${String(parameter)}`,
      );
      return reason === undefined ? `sent${notes.join('')}` : `skipped ${reason}`;
    } catch (error) {
      if ((error as Error).name === 'EventNotSupported') return 'skipped unsupported_event_type';
      return problemsIn('InvalidEventPayload', error);
    }
  });
}

function problemsIn(name: string, error: unknown): string {
  if ((error as Error).name !== name) throw error;
  return `invalid ${[...(error as Error).message.matchAll(/\b((?:missing|invalid)_\w+): /g)].map(([, code]) => code).join(' ')}`;
}

describe.each(exampleFolders)('examples/$folder', ({ core, segment, events }) => {
  it.each(events.map((event) => [event.messageId, event] as const))('%s', async (_, event) => {
    const expected = ofCore(createTranslator({ ...core, endpoint: loop.endpoint }), event);
    const before = JSON.stringify(event);
    expect(await ofAction(segment, event)).toEqual(expected);
    expect(await ofFunction(segment, event)).toEqual(expected);
    expect(JSON.stringify(event)).toBe(before);
  });
});

describe('the examples and cases of the core', () => {
  const there = coreExamples.filter(({ segment }) => segment !== null);

  it.each(there.map((example) => [example.name, example] as const))('%s', async (_, { event, core, segment }) => {
    const expected = ofCore(createTranslator(core), event);
    expect(await ofAction(segment ?? {}, event)).toEqual(expected);
  });

  it('are nearly all there are: some need a setting that Segment does not have', () => {
    expect(there.length / coreExamples.length).toBeGreaterThan(0.9);
  });
});

it('is about all that there is', () => {
  const outcomes = exampleFolders.flatMap(({ core, events }) =>
    events.map((event) => ofCore(createTranslator(core), event).outcome.split(' ')[0]),
  );
  expect(new Set(outcomes)).toEqual(new Set(['sent', 'skipped', 'invalid']));
  expect(outcomes.length).toBeGreaterThan(100);
});
