import { createTranslator, formatUrl, type Outcome } from '@loop-adapters/core';
import type { RSAnalytics, RSAEvent } from '@rudderstack/analytics-js';
import { startLoopServer, type LoopServer } from '@loop-adapters/testing/loop-server';
import { createLoopIntegration } from './device-mode/create-loop-integration.js';
import { build } from './testing/build.js';
import { loadDestination } from './testing/built-destination.js';
import { everyExample, type Example } from './testing/every-example.js';
import { recordingLogger } from './testing/recording-logger.js';

// The Transformation is held against the core in transformation/transformation.test.ts.

const built = build();
const { transform } = loadDestination(built.folder);
let loop: LoopServer;

beforeAll(async () => {
  loop = await startLoopServer();
});
afterAll(async () => {
  built.remove();
  await loop.close();
});

/** The example's settings as they are filled into RudderStack's form. */
function configOf({
  sourceHash,
  app,
  country,
  device,
  consent,
}: Example['settings']): Readonly<Record<string, unknown>> {
  return {
    sourceHashAndroid: sourceHash.android,
    sourceHashIos: sourceHash.ios,
    appId: app?.id,
    appName: app?.name,
    country,
    deviceModel: device?.model,
    consentRequired: consent?.required?.map((consentCategory) => ({ consentCategory })),
  };
}

/** Params, or the codes of what kept the event from being sent. */
function summary(outcome: Outcome): unknown {
  switch (outcome.status) {
    case 'ready':
      return outcome.request.params;
    case 'skipped':
      return outcome.reason.code;
    case 'invalid':
      return outcome.problems.map(({ code }) => code);
  }
}

it.each(everyExample)('the destination makes of $messageId what the core makes of it', ({ event, settings }) => {
  const expected = summary(createTranslator(settings).translate(event));
  let made: unknown;
  try {
    made = transform.process({ message: event, destination: { Config: configOf(settings) } }).params;
  } catch (error) {
    const codes = [...(error as Error).message.matchAll(/\[(\w+)\]/g)].map(([, code]) => code);
    made = (error as { readonly status: unknown }).status === 298 ? codes[0] : codes;
  }
  expect(made).toEqual(expected);
});

it.each(everyExample)('device mode sends of $messageId what the core makes of it', async ({ event, settings }) => {
  const { status, ...outcome } = createTranslator({ ...settings, endpoint: loop.endpoint }).translate(event);
  const integration = createLoopIntegration({ ...settings, endpoint: loop.endpoint } as Parameters<
    typeof createLoopIntegration
  >[0]);
  const logger = recordingLogger();
  const before = loop.arrivals.length;
  integration.track?.({} as RSAnalytics, logger, { message: event as unknown as RSAEvent['message'] });
  const line = await logger.next();

  const urls = loop.arrivals.slice(before).map(({ url }) => url);
  if ('request' in outcome) expect(urls).toEqual([formatUrl('/mobile', outcome.request.params)]);
  else {
    const code = 'reason' in outcome ? outcome.reason.code : outcome.problems[0]?.code;
    expect(line).toContain(`${status} (${String(code)}).`);
    expect(urls).toEqual([]);
  }
});
