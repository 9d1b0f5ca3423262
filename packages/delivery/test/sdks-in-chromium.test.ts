import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { describeInChromium, launchChromium, type TestBrowser } from '@loop-adapters/testing/chromium';
import { startPageServer, type PageServer } from '@loop-adapters/testing/page-server';
import { arrivalOfPage, fromPhone } from './arrival-of-page.js';
import { startLoopAndRelay, writeKey, type LoopAndRelay } from './start-loop-and-relay.js';

interface Sdk {
  track(event: string, properties: object, options: object): unknown;
  identify(userId: string, traits: object, options: object): unknown;
  page(category: string, name: string, properties: object, options: object): unknown;
}
interface RudderStackSdk extends Sdk {
  load(writeKey: string, dataPlaneUrl: string, options: object): void;
}
declare const window: {
  readonly AnalyticsNext: { readonly AnalyticsBrowser: { load(settings: object, options: object): Sdk } };
  readonly _analytics: {
    init(options: object): { track(event: string, properties: object, options: object): Promise<unknown> };
  };
  readonly analyticsLoop: (settings: object) => object;
  readonly rudderanalytics: { readonly RudderAnalytics: new () => RudderStackSdk };
  sdk: Sdk;
};

const plugin = join(__dirname, '../../analytics-plugin-loop');

/** What the app around the page knows. */
const context = {
  // The relay sees these pages come from loopback, which is no person's address.
  ip: '198.51.100.17',
  device: { type: 'android', model: 'Pixel 6', manufacturer: 'Google', advertisingId: 'abcdef-1234-5678' },
  timezone: 'America/Bogota',
};

/** The SDKs, each with the way to point it at the relay: these are the examples of the docs. */
const sdks: Record<string, (page: Page, relayUrl: string) => Promise<void>> = {
  '@segment/analytics-next': (page, relayUrl) =>
    page.evaluate(
      ([key, host]) => {
        window.sdk = window.AnalyticsNext.AnalyticsBrowser.load(
          { writeKey: key, cdnSettings: { integrations: { 'Segment.io': { apiKey: key } } } },
          { integrations: { 'Segment.io': { apiHost: `${host}/v1`, protocol: 'http' } } },
        );
      },
      [writeKey, new URL(relayUrl).host] as const,
    ),
  '@segment/analytics-next, in batches': (page, relayUrl) =>
    page.evaluate(
      ([key, host]) => {
        const deliveryStrategy = { strategy: 'batching', config: { size: 3, timeout: 200 } };
        window.sdk = window.AnalyticsNext.AnalyticsBrowser.load(
          { writeKey: key, cdnSettings: { integrations: { 'Segment.io': { apiKey: key } } } },
          { integrations: { 'Segment.io': { apiHost: `${host}/v1`, protocol: 'http', deliveryStrategy } } },
        );
      },
      [writeKey, new URL(relayUrl).host] as const,
    ),
  '@rudderstack/analytics-js': (page, relayUrl) => loadRudderStack(page, relayUrl, {}),
  '@rudderstack/analytics-js, in batches': (page, relayUrl) =>
    loadRudderStack(page, relayUrl, { queueOptions: { batch: { enabled: true, flushInterval: 200 } } }),
  '@rudderstack/analytics-js, by beacons': (page, relayUrl) =>
    loadRudderStack(page, relayUrl, { useBeacon: true, beaconQueueOptions: { flushQueueInterval: 200 } }),
};

function loadRudderStack(page: Page, relayUrl: string, options: object): Promise<void> {
  return page.evaluate(
    ([key, url, given]) => {
      const sdk = new window.rudderanalytics.RudderAnalytics();
      sdk.load(key, url, {
        getSourceConfig: () => ({
          source: { id: 'loop-relay', name: 'loop-relay', writeKey: key, enabled: true, config: {}, destinations: [] },
        }),
        ...given,
      });
      window.sdk = sdk;
    },
    [writeKey, relayUrl, options] as const,
  );
}

describeInChromium('SDKs in a page, pointed at the relay', () => {
  let browser: TestBrowser;
  let pages: PageServer;
  let parts: LoopAndRelay;

  beforeAll(async () => {
    pages = await startPageServer({
      '/': join(__dirname, 'page'),
      '/segment/': join(dirname(require.resolve('@segment/analytics-next/package.json')), 'dist/umd'),
      '/analytics.js': join(dirname(require.resolve('analytics/package.json')), 'dist/analytics.min.js'),
      '/analytics-plugin-loop.js': join(plugin, 'dist/browser/analytics-plugin-loop.js'),
      '/rudderstack.js': require.resolve('@rudderstack/analytics-js/bundled').replace('cjs/index.cjs', 'umd/index.js'),
    });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await pages.close();
  });
  beforeEach(async () => {
    parts = await startLoopAndRelay(
      { allowedOrigins: [pages.origin], trustedProxies: 1 },
      { app: { id: 'com.example.app' } },
    );
  });
  afterEach(() => parts.close());

  it.each(Object.entries(sdks))('%s delivers track, identify and page', async (name, load) => {
    const page = await browser.newPage({ locale: 'es-CO' });
    await page.goto(`${pages.origin}/`);
    await load(page, parts.relay.url);
    await page.evaluate((given) => {
      const options = { context: given };
      window.sdk.track('Product Viewed', { sku: 'A1', price: 10.5 }, options);
      window.sdk.identify('user-1', { email: 'ana@example.com', plan: 'gold' }, options);
      window.sdk.page('Shop', 'Home', { section: 'top' }, options);
    }, context);
    const arrived = await parts.arrived(3);
    await page.close();

    const ofEvent = { ...arrivalOfPage, ip: context.ip };
    const emailHash = createHash('sha256').update('ana@example.com').digest('hex');
    const pageFacts = { 'value[path]': '/', 'value[title]': 'A page with the SDKs', 'value[url]': `${pages.origin}/` };
    const atRudderStack = {
      'value[referrer]': '$direct',
      'value[initial_referrer]': '$direct',
      'value[tab_url]': `${pages.origin}/`,
      // RudderStack's SDK puts the traits of `identify` into every later event.
      'value[ml_sh2]': emailHash,
    };
    // The SDKs have several requests under way at once, so any of them may be the first.
    expect([...arrived].sort((a, b) => placeOf(a) - placeOf(b))).toEqual([
      { ...ofEvent, 'value[event]': 'Product Viewed', 'value[sku]': 'A1', 'value[price]': '10.5' },
      { ...ofEvent, 'value[ml_sh2]': emailHash, 'value[plan]': 'gold' },
      {
        ...ofEvent,
        ...pageFacts,
        ...(name.startsWith('@rudderstack') ? atRudderStack : {}),
        'value[event]': 'Home',
        'value[category]': 'Shop',
        'value[section]': 'top',
      },
    ]);
    expect(parts.sandbox.counts()).toEqual({ total: 3, accepted: 3 });
  });

  it('analytics-plugin-loop delivers what it has translated and hashed by itself', async () => {
    const page = await browser.newPage({ locale: 'es-CO', timezoneId: 'America/Bogota', extraHTTPHeaders: fromPhone });
    await page.goto(`${pages.origin}/`);
    const status = await page.evaluate(
      ([relay, given]) =>
        new Promise((resolve) => {
          const loop = window.analyticsLoop({
            relay,
            app: { id: 'com.example.app' },
            report: resolve,
          });
          const analytics = window._analytics.init({ app: 'example', plugins: [loop] });
          void analytics.track('Product Viewed', { sku: 'A1' }, { context: given });
        }),
      [`${parts.relay.url}/${writeKey}/mobile`, context] as const,
    );
    const arrived = await parts.arrived(1);
    await page.close();
    expect(status).toMatchObject({ status: 'sent', code: 'accepted' });
    expect(arrived).toEqual([{ ...arrivalOfPage, 'value[event]': 'Product Viewed', 'value[sku]': 'A1' }]);
  });
});

/** Where an event stands among those that the page sends. */
function placeOf(params: Readonly<Record<string, string>>): number {
  return ['Product Viewed', undefined, 'Home'].indexOf(params['value[event]']);
}
