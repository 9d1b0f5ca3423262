import { createTranslator } from '@loop-adapters/core';
import { statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { androidTrack } from '../src/loop/__tests__/__helpers__/event';
import fetch from 'node-fetch';
import { maxCallMs } from '../src/function/timing';
import { loadFunction, readFunction, type FunctionHost, type LoadedFunction } from './load-function';
import { startLoop, status, type LoopStandIn } from './start-loop';

let loop: LoopStandIn;
let loaded: LoadedFunction;
let settings: Record<string, string>;

beforeEach(async () => {
  loop = await startLoop();
  loaded = loadFunction();
  settings = { androidSourceHash: 'ANDROID-SECRET', endpoint: loop.endpoint };
});

afterEach(async () => {
  await loop.stop();
});

/** The path and query of the event's request. */
function expectedPath(event: object = androidTrack()): string {
  const outcome = createTranslator({ sourceHash: { android: 'ANDROID-SECRET' } }).translate(event);
  if (outcome.status !== 'ready') throw new Error('This event is not ready.');
  return outcome.request.url.replace('https://api.retargetly.com', '');
}

/** A host whose time passes in one step: then everything that is under way ends, as at node-fetch's time limit. */
function hostWithTimeLimit(): { host: Partial<FunctionHost>; timeIsUp: () => void } {
  let nowMs = 0;
  let timeIsUp: () => void = () => undefined;
  const limit = new Promise<never>((_, reject) => {
    timeIsUp = () => {
      nowMs = maxCallMs;
      reject(new Error('network timeout'));
    };
  });
  const withLimit: FunctionHost['fetch'] = async (url, options) =>
    await Promise.race([limit, fetch(url, { ...options, timeout: 0 })]);
  return { host: { now: () => nowMs, fetch: withLimit }, timeIsUp };
}

/** Name and message of the error that the event ends with. */
async function errorOf(event: object, changes: object = {}): Promise<{ name: string; message: string }> {
  return await loaded.onTrack(event, { ...settings, ...changes }).then(
    () => ({ name: 'none', message: '' }),
    (error: unknown) => ({ name: (error as Error).name, message: (error as Error).message }),
  );
}

describe('the file', () => {
  it('is one that can be pasted: no imports, at most 300 kB, the settings on top', () => {
    const text = readFunction();
    expect(text).not.toMatch(/\brequire\s*\(|^\s*import\b|\bimport\s*\(|^\s*export\b/m);
    expect(statSync(join(__dirname, '../dist/destination-function.js')).size).toBeLessThanOrEqual(300_000);
    expect(text).toMatch(/^\/\*\n \* Loop for Segment: a Destination Function, version \d/);
    expect(text.slice(0, text.indexOf('*/'))).toContain('androidSourceHash (String, encrypted)');
  });

  it('has the eight handlers', () => {
    const { onTrack, onIdentify, onScreen, onPage, onGroup, onAlias, onDelete, onBatch } = loaded;
    const handlers = [onTrack, onIdentify, onScreen, onPage, onGroup, onAlias, onDelete, onBatch];
    expect(handlers.map((handler) => typeof handler)).toEqual(handlers.map(() => 'function'));
  });
});

describe('one event', () => {
  it('is sent, and the log says so', async () => {
    await loaded.onTrack(androidTrack(), settings);
    expect(loop.arrived).toEqual([expectedPath()]);
    expect(loaded.log).toEqual(['Loop took the event (200).']);
  });

  it('names in the log what was left out', async () => {
    await loaded.onTrack({ ...androidTrack(), properties: { nombre: 'Ana', step: 2 } }, settings);
    expect(loaded.log).toEqual(['Loop took the event (200). Left out: value[nombre] (personal_data).']);
  });

  it('is skipped without a request', async () => {
    const event = androidTrack();
    event.context.device.advertisingId = '';
    await loaded.onTrack(event, settings);
    expect(loop.arrived).toEqual([]);
    expect(loaded.log).toEqual([
      expect.stringMatching(/^Loop does not get the event: no_advertising_id\. The event carries no advertising ID/),
    ]);
  });

  it('does not name as left out what stands where the hashed identifier is read from', async () => {
    const properties = { email: 'example@example.com', contacto: 'ana@example.com' };
    await loaded.onTrack({ ...androidTrack(), properties }, settings);
    expect(loaded.log).toEqual(['Loop took the event (200). Left out: value[contacto] (personal_data).']);
  });

  it('is shown and not sent in a dry run, without the source hash', async () => {
    await loaded.onTrack(androidTrack(), { ...settings, dryRun: 'true' });
    const shown = expectedPath().replace('ANDROID-SECRET', '***');
    expect(loaded.log).toEqual([
      `Loop does not get the event: dry_run. Nothing is sent in a dry run. Loop would get ${loop.endpoint.replace('/mobile', '')}${shown}`,
    ]);
    expect(await loaded.onBatch([androidTrack()], { ...settings, dryRun: true })).toEqual([{ status: 200 }]);
    expect(loaded.log[1]).toBe(loaded.log[0]);
    expect(loop.arrived).toEqual([]);
    await loaded.onTrack(androidTrack(), { ...settings, dryRun: false });
    expect(loop.arrived).toEqual([expectedPath()]);
  });

  it('is not sent with a setting of an unknown name, and the near one is named', async () => {
    expect(await errorOf(androidTrack(), { minAge: '16', identifyByMail: false })).toEqual({
      name: 'ValidationError',
      message:
        'The settings of Loop can\'t be used. minAge: There is no such setting. identifyByMail: There is no such setting. Did you mean "identifyByEmail"?',
    });
    expect(loop.arrived).toEqual([]);
  });

  it('says which platform has no source hash, by the name of the setting', async () => {
    const event = androidTrack();
    event.context.device.type = 'ios';
    event.context.os.name = 'iOS';
    expect(await errorOf(event)).toEqual({
      name: 'InvalidEventPayload',
      message:
        'missing_source_hash: The event is of an iOS device, and only the source hash for Android is set: at Loop each platform has its own. Set iosSourceHash, or do not send events of iOS here.',
    });
  });

  it('names all that is missing', async () => {
    const event = androidTrack();
    event.context.ip = '';
    event.context.device.model = '';
    expect(await errorOf(event)).toEqual({
      name: 'InvalidEventPayload',
      message: expect.stringMatching(/^missing_device: .+ missing_ip: /),
    });
    expect(loop.arrived).toEqual([]);
  });

  it.each([
    [401, 'ValidationError'],
    [403, 'ValidationError'],
    [400, 'InvalidEventPayload'],
    [404, 'InvalidEventPayload'],
    [302, 'InvalidEventPayload'],
    [501, 'InvalidEventPayload'],
    [408, 'RetryError'],
    [429, 'RetryError'],
    [500, 'RetryError'],
    [503, 'RetryError'],
  ])('that Loop answers with %d ends as %s', async (code, name) => {
    loop.answer = status(code);
    const error = await errorOf(androidTrack());
    expect(error).toEqual({ name, message: expect.stringContaining(`Loop answered ${code}`) });
    expect(error.message).not.toMatch(/ANDROID-SECRET|31c5543c|56d6e8b9/);
    expect(loop.arrived).toEqual([expectedPath()]);
  });

  it('that gets no answer is sent again, and the error keeps its secrets', async () => {
    loop.answer = (response) => response.destroy();
    const error = await errorOf(androidTrack());
    expect(error.name).toBe('RetryError');
    expect(error.message).toContain('/mobile?[redacted]');
    expect(error.message).not.toMatch(/ANDROID-SECRET|31c5543c|56d6e8b9/);
  });

  it('that gets no answer in time is sent again', async () => {
    loop.answer = () => undefined;
    const limits: number[] = [];
    loaded = loadFunction({
      fetch: (url, options) => {
        limits.push(options.timeout);
        return fetch(url, { ...options, timeout: 1 });
      },
    });
    expect(await errorOf(androidTrack())).toEqual({
      name: 'RetryError',
      message: expect.stringMatching(/^No answer came from Loop.+timeout/),
    });
    expect(limits).toEqual([maxCallMs]);
  });

  it('ends as a fault of the settings if they can not be used', async () => {
    const error = await errorOf(androidTrack(), { country: 'Atlantis', hash: 'md5' });
    expect(error).toEqual({
      name: 'ValidationError',
      message: expect.stringMatching(/^The settings of Loop can't be used\. .*country: .+/),
    });
  });

  it('without any source hash says which setting is missing', async () => {
    expect(await errorOf(androidTrack(), { androidSourceHash: '' })).toEqual({
      name: 'InvalidEventPayload',
      message: expect.stringContaining('missing_source_hash'),
    });
  });

  it.each([
    ['onGroup', 'group'],
    ['onAlias', 'alias'],
    ['onDelete', 'delete'],
  ] as const)('%s says that Loop has no use for it', async (handler, call) => {
    await expect(loaded[handler]({ type: call }, settings)).rejects.toMatchObject({
      name: 'EventNotSupported',
      message: `Loop takes track, identify, screen and page calls. It has no use for ${call} calls.`,
    });
  });

  it('takes lists as lists', async () => {
    await loaded.onTrack(androidTrack(), { ...settings, properties: ['total'], fullBirthDate: false });
    expect(loop.arrived[0]).toMatch(/value\[event\]=Order%20Completed&value\[total\]=1599\.5$/);
  });
});

describe('a batch', () => {
  const events = (count: number): object[] =>
    Array.from({ length: count }, (_, number) => ({ ...androidTrack(), properties: { number } }));

  it('has a status for each event, in order', async () => {
    const skipped = androidTrack();
    skipped.context.device.advertisingId = '';
    const invalid = androidTrack();
    invalid.context.ip = '';
    const identify = { ...androidTrack(), type: 'identify', traits: { plan: 'gold' } };
    const codes: Record<string, number> = { first: 200, again: 503, wrong: 404, last: 200 };
    loop.answer = (response, index) => {
      const [, name = ''] = /value\[step\]=(\w+)/.exec(loop.arrived[index] ?? '') ?? [];
      status(codes[name] ?? 200)(response, index);
    };
    const named = (name: string): object => ({ ...androidTrack(), properties: { step: name } });
    const group = { ...androidTrack(), type: 'group' };
    const batch = [named('first'), skipped, named('again'), invalid, group, named('wrong'), identify, named('last')];
    expect(await loaded.onBatch(batch, settings)).toEqual([
      { status: 200 },
      { status: 200 },
      { status: 500, errormessage: 'Loop answered 503, so the event has to be sent again.' },
      { status: 400, errormessage: expect.stringMatching(/^missing_ip: /) },
      { status: 400, errormessage: expect.stringContaining('track, identify, screen and page events only') },
      {
        status: 400,
        errormessage: 'Loop answered 404. It would answer the same again, so the event is not sent again.',
      },
      { status: 200 },
      { status: 200 },
    ]);
    expect(loop.arrived).toHaveLength(5);
  });

  it('sends 20 at once, so that a batch of 20 takes as long as one request', async () => {
    const waiting: ServerResponse[] = [];
    loop.answer = (response) => {
      waiting.push(response);
      if (waiting.length === 20) waiting.forEach((each) => each.end('ok'));
    };
    expect(await loaded.onBatch(events(20), settings)).toEqual(events(20).map(() => ({ status: 200 })));
  });

  it('sends at most 20 at once', async () => {
    let underWay = 0;
    let most = 0;
    loaded = loadFunction({
      fetch: async (url, options) => {
        most = Math.max(most, ++underWay);
        return await fetch(url, { ...options, timeout: 0 }).finally(() => underWay--);
      },
    });
    expect(await loaded.onBatch(events(100), settings)).toEqual(events(100).map(() => ({ status: 200 })));
    expect(most).toBe(20);
    expect(new Set(loop.arrived).size).toBe(100);
  });

  it('ends in a retry of what a slow Loop did not answer, and of nothing else', async () => {
    const { host, timeIsUp } = hostWithTimeLimit();
    loaded = loadFunction(host);
    // Every other request is answered, until twenty that are not keep all places taken.
    loop.answer = (response, index) => {
      if (index % 2 === 0) response.end('ok');
      if (index === 39) timeIsUp();
    };
    const statuses = (await loaded.onBatch(events(45), settings)) as { status: number; errormessage?: string }[];
    const numbers = loop.arrived.map((path) => Number(/\[number\]=(\d+)/.exec(path)?.[1]));
    const answered = numbers.filter((_, index) => index % 2 === 0);
    expect(answered).toHaveLength(20);
    expect(statuses.map((result) => result.status)).toEqual(
      events(45).map((_, number) => (answered.includes(number) ? 200 : 500)),
    );
    // What could not be answered in time any more was not begun.
    const begun = events(45).map((_, number) => numbers.includes(number));
    expect(statuses.map((result) => result.errormessage?.includes('There was no time left') === true)).toEqual(
      begun.map((isBegun) => !isBegun),
    );
    expect(numbers).toHaveLength(40);
  });

  it('of none has no status', async () => {
    expect(await loaded.onBatch([], settings)).toEqual([]);
  });
});

it('keeps no settings between calls', async () => {
  await loaded.onTrack(androidTrack(), settings);
  await loaded.onTrack(androidTrack(), { ...settings, androidSourceHash: 'OTHER-SECRET' });
  expect(loop.arrived).toEqual([expectedPath(), expectedPath().replace('ANDROID-SECRET', 'OTHER-SECRET')]);
});
