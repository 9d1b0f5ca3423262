import type { Report } from '@loop-adapters/client';
import { createTranslator } from '@loop-adapters/core';
import { Analytics, type AnalyticsInstance, type AnalyticsPlugin } from 'analytics';
import { startLoopServer, type LoopServer } from '@loop-adapters/testing/loop-server';
import loopPluginByDefault, { loopPlugin, type LoopPluginSettings, type WithLoop } from './index.js';

const settings: LoopPluginSettings = {
  sourceHash: 'XYZ123',
  app: { id: 'com.example.app', name: 'Example App' },
  ip: '192.168.1.1',
  country: 'AR',
  advertisingId: 'abcdef-1234-5678',
  installedApps: ['Facebook', 'WhatsApp'],
  device: { model: 'Pixel6', manufacturer: 'Google', type: 'android' },
};

/** What the host app's values of above are to the core. */
const context = {
  app: { namespace: 'com.example.app', name: 'Example App' },
  ip: '192.168.1.1',
  location: { country: 'AR' },
  device: {
    model: 'Pixel6',
    manufacturer: 'Google',
    type: 'android',
    advertisingId: 'abcdef-1234-5678',
    installedApps: ['Facebook', 'WhatsApp'],
  },
};

let server: LoopServer;
beforeEach(async () => {
  server = await startLoopServer();
});
afterEach(async () => {
  // In Node all instances share one storage, so the user of one test would be known to the next.
  await Analytics({ app: 'example' }).reset();
  await server.close();
});

/** The real `analytics` with the plugin, and a promise of the next so many reports. */
function start(changed: Partial<LoopPluginSettings> = {}, neighbors: AnalyticsPlugin[] = []) {
  const reports: Report[] = [];
  let wake = (): void => undefined;
  const report = (one: Report): void => {
    reports.push(one);
    wake();
  };
  const plugin = loopPlugin({ ...settings, endpoint: server.endpoint, report, ...changed });
  const analytics = Analytics({ app: 'example', plugins: [...neighbors, plugin] });
  const reported = (count: number): Promise<readonly Report[]> =>
    new Promise((resolve) => {
      wake = () => {
        if (reports.length >= count) resolve(reports);
      };
      wake();
    });
  return { analytics, plugin, reports, reported };
}

/** The core's URL for an event, for comparison. */
function coreUrl(event: object): string {
  const outcome = createTranslator({ sourceHash: 'XYZ123', endpoint: server.endpoint }).translate(event);
  if (outcome.status !== 'ready') throw new Error(`The core does not send this: ${outcome.status}`);
  return outcome.request.url.slice(server.endpoint.length - '/mobile'.length);
}

const arrived = (): string[] => server.arrivals.map(({ url }) => url);

describe('analytics-plugin-loop in Node', () => {
  it('has both exports and a type that analytics takes', () => {
    const plugin: AnalyticsPlugin = loopPlugin(settings);
    expect(loopPluginByDefault).toBe(loopPlugin);
    expect(Object.keys(plugin)).toEqual([
      'name',
      'config',
      'initialize',
      'loaded',
      'track',
      'identify',
      'reset',
      'methods',
    ]);
    expect(Object.keys(loopPlugin({ ...settings, page: true }))).toContain('page');
  });

  it('shows no secret in the state of analytics', () => {
    const { analytics } = start();
    expect(JSON.stringify(analytics.getState())).not.toContain('XYZ123');
  });

  it('sends track, identify and page as the core would', async () => {
    const { analytics, reported } = start({ page: true });
    await analytics.track('Product Viewed', { sku: 'A1', price: 10.5 });
    await analytics.identify('user-1', { email: 'Ana@Example.com', phone: '011 15-5119-0123', plan: 'gold' });
    await analytics.page({ title: 'Offers', path: '/offers' });
    await reported(3);
    expect(arrived()).toEqual([
      coreUrl({ type: 'track', event: 'Product Viewed', properties: { sku: 'A1', price: 10.5 }, context }),
      coreUrl({
        type: 'identify',
        userId: 'user-1',
        traits: { email: 'Ana@Example.com', phone: '011 15-5119-0123', plan: 'gold' },
        context,
      }),
      coreUrl({
        type: 'page',
        userId: 'user-1',
        properties: { title: 'Offers', path: '/offers' },
        context: { ...context, traits: { email: 'Ana@Example.com', phone: '011 15-5119-0123' } },
      }),
    ]);
  });

  it('sends no page unless asked to', async () => {
    const { analytics, reported } = start();
    await analytics.page();
    await analytics.track('Product Viewed');
    await reported(1);
    expect(arrived()).toEqual([coreUrl({ type: 'track', event: 'Product Viewed', context })]);
  });

  it('lets the options of an event come first', async () => {
    const { analytics, reported } = start();
    await analytics.track(
      'Product Viewed',
      {},
      {
        context: { ip: '10.0.0.1', device: { model: 'Pixel7' }, location: { country: 'CL' } },
      },
    );
    await reported(1);
    expect(arrived()).toEqual([
      coreUrl({
        type: 'track',
        event: 'Product Viewed',
        context: {
          ...context,
          ip: '10.0.0.1',
          location: { country: 'CL' },
          device: { ...context.device, model: 'Pixel7' },
        },
      }),
    ]);
  });

  it('carries the hashes of the known user until reset', async () => {
    const { analytics, reported } = start();
    await analytics.identify('user-1', { email: 'ana@example.com' });
    await analytics.track('Before');
    await analytics.reset();
    await analytics.track('After');
    await reported(3);
    expect(arrived().slice(1)).toEqual([
      coreUrl({ type: 'track', event: 'Before', context: { ...context, traits: { email: 'ana@example.com' } } }),
      coreUrl({ type: 'track', event: 'After', context }),
    ]);
  });

  it('does not send what is not for Loop', async () => {
    const { analytics, reported } = start();
    await analytics.track('Elsewhere', {}, { integrations: { Loop: false } });
    await analytics.track('Here', {}, { integrations: { All: false, Loop: true } });
    expect((await reported(2)).map(({ code }) => code).sort()).toEqual(['accepted', 'not_for_loop']);
    expect(arrived()).toEqual([coreUrl({ type: 'track', event: 'Here', context })]);
  });

  it('returns nothing, so that analytics merges nothing into the event', async () => {
    const { plugin, reported } = start();
    const hook = { payload: { type: 'track', event: 'A' }, instance: { user: () => null } };
    const hooks: (() => unknown)[] = [
      () => plugin.initialize(hook),
      () => plugin.track(hook),
      () => plugin.identify(hook),
      () => plugin.reset(),
    ];
    expect(hooks.map((run) => run())).toEqual([undefined, undefined, undefined, undefined]);
    await reported(2);
  });

  it('explains without sending', async () => {
    const analytics = start({ ip: () => null }).analytics as WithLoop<AnalyticsInstance>;
    const explanation = await analytics.plugins.loop.explain({ type: 'track', event: 'Product Viewed' });
    expect(explanation.outcome).toMatchObject({ status: 'invalid', problems: [{ code: 'missing_ip' }] });
    expect(
      explanation.parameters.filter(({ parameter }) => ['app', 'uid', 'source_hash'].includes(parameter)),
    ).toMatchObject([
      { parameter: 'app', value: 'com.example.app', source: 'settings.app.id' },
      { parameter: 'source_hash', value: '***', source: 'settings.sourceHash' },
      { parameter: 'uid', value: 'abcdef-1234-5678', source: 'settings.advertisingId' },
    ]);
    expect(arrived()).toEqual([]);
  });
});

describe('whatever happens, track() settles and the other plugins run', () => {
  const never = (): Promise<never> => new Promise(() => undefined);
  const fail = (): never => {
    throw new Error('ana@example.com is not to be shown');
  };
  const cases: [string, Partial<LoopPluginSettings>, Partial<Report>][] = [
    ['a function that throws', { ip: fail }, { code: 'missing_ip', failures: [{ setting: 'ip', reason: 'failed' }] }],
    [
      'a function that rejects',
      { ip: () => Promise.reject(new Error('no')) },
      { code: 'missing_ip', failures: [{ setting: 'ip', reason: 'failed' }] },
    ],
    [
      'a function that takes too long',
      { advertisingId: never, valueTimeoutMs: 1 },
      { code: 'no_advertising_id', failures: [{ setting: 'advertisingId', reason: 'timed_out' }] },
    ],
    ['no consent', { consent: false }, { code: 'consent_missing', failures: [] }],
    [
      'a consent function that throws',
      { consent: fail },
      { code: 'consent_missing', failures: [{ setting: 'consent', reason: 'failed' }] },
    ],
    [
      'a consent function that takes too long',
      { consent: never, valueTimeoutMs: 1 },
      { code: 'consent_missing', failures: [{ setting: 'consent', reason: 'timed_out' }] },
    ],
    [
      'event consent, and none in the event',
      { consent: { required: ['Advertising'] } },
      { code: 'consent_missing', failures: [] },
    ],
    ['tracking denied', { trackingStatus: () => 'denied' }, { code: 'tracking_denied', failures: [] }],
  ];

  it.each(cases)('%s', async (_, changed, expected) => {
    const seen: string[] = [];
    const neighbor = { name: 'neighbor', track: () => void seen.push('track') };
    const { analytics, reported } = start(changed, [neighbor]);
    await analytics.track('Product Viewed');
    expect((await reported(1)).map(({ code, failures }) => ({ code, failures }))).toEqual([expected]);
    expect(seen).toEqual(['track']);
    expect(arrived()).toEqual([]);
  });

  it('a report function that throws', async () => {
    let told = 0;
    const { analytics } = start({
      report: () => {
        told += 1;
        throw new Error('in the app');
      },
      consent: false,
    });
    await analytics.track('Product Viewed');
    expect(told).toBe(1);
  });

  it('a server that is not there: tried again, then given up', async () => {
    await server.close();
    const { analytics, reported } = start();
    await analytics.track('Product Viewed');
    server = await startLoopServer(undefined, server.port);
    expect((await reported(1))[0]).toMatchObject({ status: 'sent', code: 'accepted' });
    expect(arrived()).toHaveLength(1);
  });
});

describe('settings that can’t be used fail at construction, in words', () => {
  const messageOf = (given: unknown): string => {
    try {
      loopPlugin(given as LoopPluginSettings);
      return 'no error';
    } catch (error) {
      return (error as Error).message;
    }
  };
  it.each<[unknown, string]>([
    [undefined, '- settings: It must be an object.'],
    [
      {},
      '- sourceHash: It is missing. Set it to the source hash that Loop gave you, or set "relay" to the URL of your relay.',
    ],
    [{ ...settings, page: 'yes', report: 1 }, '- page: It must be true or false.\n- report: It must be a function.'],
    [
      {
        ...settings,
        ip: 5,
        device: { modell: 'x' },
        app: 'x',
        installedApps: [1],
        valueTimeoutMs: 0,
      },
      [
        '- app: It must be an object.',
        '- device.modell: There is no such setting. Did you mean "model"?',
        '- installedApps.0: It must be text.',
        '- ip: It must be text, a function or null.',
        '- valueTimeoutMs: It must be a whole number from 1 to 60000.',
      ].join('\n'),
    ],
    [{ ...settings, consent: { required: [] } }, '- consent.required: It must not be empty.'],
    [{ ...settings, country: 'XX' }, '- country: It must be a country, such as "AR" or "Argentina".'],
    [
      { page: 'yes', hash: 'sha-256', queueSize: 0 },
      [
        '- hash: It must be "sha256", "sha512" or "both". Did you mean "sha256"?',
        '- queueSize: It must be a whole number from 1 to 10000.',
        '- page: It must be true or false.',
        '- sourceHash: It is missing. Set it to the source hash that Loop gave you, or set "relay" to the URL of your relay.',
      ].join('\n'),
    ],
    [{ ...settings, endpoit: 'x' }, '- endpoit: There is no such setting. Did you mean "endpoint"?'],
  ])('%#', (given, lines) => {
    expect(messageOf(given)).toBe(`The settings of Loop can't be used:\n${lines}`);
  });
});
