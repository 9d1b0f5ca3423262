import { createTranslator } from '@loop-adapters/core';
import { mkdtempSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { Report } from '@loop-adapters/client';
import { describeInChromium, launchChromium, type TestBrowser } from '@loop-adapters/testing/chromium';
import { startLoopServer, type Answering, type LoopServer } from '@loop-adapters/testing/loop-server';
import { startPageServer, type PageServer } from '@loop-adapters/testing/page-server';
import type { LoopPluginSettings } from './index.js';
import { buildWithVite } from './testing/build-with-vite.js';

/** What `start-page.js` and `analytics` put into the page. */
interface TestWindow {
  startLoop(settings: object, neighbors?: { before?: object[]; after?: object[] }): void;
  readonly reports: Report[];
  readonly payloads: object[];
  readonly analytics: {
    track(event: string, properties?: object, options?: object): Promise<unknown>;
    identify(userId: string, traits?: object): Promise<unknown>;
    page(): Promise<unknown>;
    reset(): Promise<unknown>;
  };
}
declare const window: TestWindow;
declare const location: { href: string };
declare const navigator: { readonly onLine: boolean };

const pages = join(__dirname, 'testing/pages');
const built = join(__dirname, '../dist/browser/analytics-plugin-loop.js');

/** A page of each kind, by the way the plugin gets into it. */
const kinds = ['a page made with Vite', 'a page with the one-file build'] as const;

const settings = {
  sourceHash: 'XYZ123',
  app: { id: 'com.example.app' },
  ip: '192.168.1.1',
  advertisingId: 'abcdef-1234-5678',
} satisfies LoopPluginSettings;

/** The same values, and what the page knows by itself, for the core. */
const context = {
  app: { namespace: 'com.example.app' },
  ip: '192.168.1.1',
  device: { advertisingId: 'abcdef-1234-5678', model: 'Pixel 6', type: 'Android' },
  locale: 'es-CO',
  timezone: 'America/Bogota',
};

const allowAnyPage: Answering = (response) => response.writeHead(200, { 'access-control-allow-origin': '*' }).end('{}');

describeInChromium.each(kinds)('analytics-plugin-loop in Chromium, %s', (kind) => {
  let browser: TestBrowser;
  let pageServer: PageServer;
  let folder: string;
  let loop: LoopServer;
  let browserContext: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'loop-pages-'));
    if (kind === 'a page made with Vite') {
      buildWithVite(join(pages, 'vite'), folder);
      pageServer = await startPageServer({ '/': folder });
    } else {
      pageServer = await startPageServer({
        '/': join(pages, 'one-file'),
        '/start-page.js': join(pages, 'start-page.js'),
        '/analytics.js': join(dirname(require.resolve('analytics/package.json')), 'dist/analytics.min.js'),
        '/analytics-plugin-loop.js': built,
      });
    }
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await pageServer.close();
    rmSync(folder, { recursive: true });
  });

  beforeEach(async () => {
    pageServer.policy = null;
    browserContext = await browser.newContext({ locale: 'es-CO', timezoneId: 'America/Bogota' });
  });
  afterEach(async () => {
    await browserContext.close();
    await loop.close();
  });

  /** A page on an Android phone, with a stand-in for Loop that answers like this. */
  const open = async (answer: Answering): Promise<void> => {
    loop = await startLoopServer(answer);
    page = await browserContext.newPage();
    await pretendAndroid(page);
    await page.goto(`${pageServer.origin}/`);
    await page.waitForFunction(() => typeof window.startLoop === 'function');
  };
  const start = (changed: object = {}): Promise<void> =>
    page.evaluate(
      (given) => {
        window.startLoop(given);
      },
      { ...settings, endpoint: loop.endpoint, ...changed },
    );
  const goOffline = async (): Promise<void> => {
    await browserContext.setOffline(true);
    await page.waitForFunction(() => !navigator.onLine);
  };
  const reported = async (count: number): Promise<Pick<Report, 'status' | 'code'>[]> => {
    await page.waitForFunction((wanted) => window.reports.length >= wanted, count);
    return page.evaluate(() => window.reports.map(({ status, code }) => ({ status, code })));
  };
  /** The core's requests for the payloads that `analytics` made, with what the app and the page know. */
  const coreUrls = async (): Promise<string[]> => {
    const payloads = await page.evaluate(() => window.payloads);
    const translator = createTranslator({ sourceHash: 'XYZ123', endpoint: loop.endpoint });
    return payloads.map((payload) => {
      const traits = { email: 'ana@example.com', phone: '301 234 5678' };
      const isIdentify = (payload as { type: string }).type === 'identify';
      const outcome = translator.translate({
        ...payload,
        context: isIdentify || (payload as { userId: unknown }).userId === null ? context : { ...context, traits },
      });
      return outcome.status === 'ready'
        ? outcome.request.url.slice(loop.endpoint.length - '/mobile'.length)
        : outcome.status;
    });
  };
  const arrivedUrls = (): string[] => loop.arrivals.map(({ url }) => url);

  it('sends track, identify and page as the core would, and loads the phone parser only for a phone', async () => {
    await open(allowAnyPage);
    await start({ page: true });
    await page.evaluate(() => window.analytics.track('Product Viewed', { sku: 'A1', price: 10.5 }));
    await reported(1);
    const chunksBefore = phoneChunks(pageServer);
    await page.evaluate(async () => {
      await window.analytics.identify('user-1', { email: 'ana@example.com', phone: '301 234 5678', plan: 'gold' });
      await window.analytics.track('Product Viewed', { sku: 'A2' });
      await window.analytics.page();
    });
    expect(await reported(4)).toEqual([accepted, accepted, accepted, accepted]);
    expect(arrivedUrls().sort()).toEqual((await coreUrls()).sort());
    expect(arrivedUrls()[0]).toBe(
      '/mobile?app=com.example.app&ct=co&device=Pixel%206&et=custom&ip=192.168.1.1&lan=es&source_hash=XYZ123' +
        '&uid=abcdef-1234-5678&device_type=android&value[event]=Product%20Viewed&value[sku]=A1&value[price]=10.5',
    );
    expect(chunksBefore).toEqual([]);
    expect(phoneChunks(pageServer)).toHaveLength(kind === 'a page made with Vite' ? 1 : 0);
  });

  it('sends neither cookies nor the address of the page', async () => {
    await open(allowAnyPage);
    await start();
    await page.evaluate(() => window.analytics.track('Product Viewed'));
    await reported(1);
    const { cookie, referer } = loop.arrivals[0]?.headers ?? {};
    expect({ cookie, referer }).toEqual({ cookie: undefined, referer: undefined });
  });

  it('loses nothing of a burst that is larger than what may outlive a page', async () => {
    const slowly: Answering = (response) => {
      setTimeout(() => response.writeHead(200, { 'access-control-allow-origin': '*' }).end('{}'), 400);
    };
    await open(slowly);
    await start();
    await burst(page, 100);
    expect(await reported(100)).toEqual(Array.from({ length: 100 }, () => accepted));
    expect(eventNames(loop)).toEqual(burstNames(100));
  });

  it('loses nothing of a burst where the answers can’t be read', async () => {
    await open((response) => setTimeout(() => response.writeHead(200).end('{}'), 400));
    await start();
    await burst(page, 100);
    expect(await reported(100)).toEqual(Array.from({ length: 100 }, () => ({ status: 'sent', code: 'unconfirmed' })));
    expect(eventNames(loop)).toEqual(burstNames(100));
  });

  it('loses nothing when a full queue goes out at once, back online', async () => {
    await open(allowAnyPage);
    // One more, and the oldest would be given up.
    await start({ queueSize: 100 });
    await goOffline();
    await burst(page, 100);
    await browserContext.setOffline(false);
    expect(await reported(100)).toEqual(Array.from({ length: 100 }, () => accepted));
    expect(eventNames(loop)).toEqual(burstNames(100));
  });

  it('says of a burst that the server refuses that it failed', async () => {
    await open((response) => response.writeHead(400, { 'access-control-allow-origin': '*' }).end());
    await start();
    await burst(page, 100);
    expect(await reported(100)).toEqual(Array.from({ length: 100 }, () => ({ status: 'failed', code: 'refused' })));
    expect(loop.arrivals).toHaveLength(100);
  });

  it('sends without outliving the page what other scripts leave no room for', async () => {
    const held: ServerResponse[] = [];
    await open((response, _, { url = '' }) => {
      if (url.includes('other=script')) held.push(response);
      else response.writeHead(200).end('{}');
    });
    await start();
    await page.evaluate(
      (endpoint) => {
        const padding = 'x'.repeat(8000);
        for (let index = 0; index < 80; index++) {
          void fetch(`${endpoint}?other=script&${padding}`, { keepalive: true }).catch(() => undefined);
        }
      },
      loop.endpoint.replace('127.0.0.1', 'localhost'),
    );
    await page.evaluate(() => window.analytics.track('Product Viewed', { text: 'x'.repeat(7500) }));
    expect(await reported(1)).toEqual([{ status: 'sent', code: 'unconfirmed' }]);
    expect(eventNames(loop).filter((name) => name !== null)).toEqual(['Product Viewed']);
    for (const response of held) response.destroy();
  });

  it('sends the last event before a navigation, after a burst', async () => {
    await open(allowAnyPage);
    await start({ country: 'CO' });
    await page.evaluate((next) => {
      for (let index = 0; index < 60; index++) void window.analytics.track('Viewed', { text: 'x'.repeat(6800) });
      void window.analytics.track('Order Completed').then(() => {
        location.href = next;
      });
    }, `${pageServer.origin}/?next`);
    await page.waitForURL('**/?next');
    // Not all that waits may outlive the page. What came last is the first to go.
    while (!eventNames(loop).includes('Order Completed')) await loop.arrived(loop.arrivals.length + 1);
  });

  it('survives a navigation right after track', async () => {
    await open(allowAnyPage);
    // No chunk has to come before: the country is a code.
    await start({ country: 'CO' });
    await page.evaluate((next) => {
      void window.analytics.track('Product Viewed');
      location.href = next;
    }, `${pageServer.origin}/?next`);
    await page.waitForURL('**/?next');
    await loop.arrived(1);
    expect(arrivedUrls()).toHaveLength(1);
  });

  it('decides with what is known when the page goes away before the app has answered', async () => {
    await open(allowAnyPage);
    await page.evaluate(
      (given) => {
        // With a country of its own the page waits for no chunk of names, which might come too late.
        window.startLoop({ ...given, country: 'CO', installedApps: () => new Promise(() => undefined) });
        void window.analytics.track('Product Viewed');
      },
      { ...settings, endpoint: loop.endpoint },
    );
    await page.goto(`${pageServer.origin}/?next`);
    await loop.arrived(1);
    expect(arrivedUrls()).toEqual([expect.stringContaining('value[event]=Product%20Viewed')]);
  });

  it('sends nothing when the page goes away before the person has agreed', async () => {
    await open(allowAnyPage);
    await page.evaluate(
      (given) => {
        window.startLoop({ ...given, consent: () => new Promise<boolean>(() => undefined) });
        void window.analytics.track('Without consent');
      },
      { ...settings, endpoint: loop.endpoint },
    );
    await page.goto(`${pageServer.origin}/?next`);
    await page.waitForFunction(() => typeof window.startLoop === 'function');
    await start();
    await page.evaluate(() => window.analytics.track('With consent'));
    await reported(1);
    expect(arrivedUrls()).toEqual([expect.stringContaining('value[event]=With%20consent')]);
  });

  it('waits for the network', async () => {
    await open(allowAnyPage);
    await start();
    await goOffline();
    await page.evaluate(async () => {
      await window.analytics.track('First');
      await window.analytics.track('Second');
    });
    expect(await page.evaluate(() => window.reports)).toEqual([]);
    await browserContext.setOffline(false);
    expect(await reported(2)).toEqual([accepted, accepted]);
    // Both go out at once, so either may be the first to arrive.
    expect(eventNames(loop)).toEqual(['First', 'Second']);
  });

  it('does not repeat what arrived at a server without CORS headers', async () => {
    await open((response) => response.writeHead(200).end('{}'));
    await start();
    await page.evaluate(() => window.analytics.track('Product Viewed'));
    expect(await reported(1)).toEqual([{ status: 'sent', code: 'unconfirmed' }]);
    expect(arrivedUrls()).toHaveLength(1);
    expect(loop.others.map(({ method, url }) => ({ method, url }))).toEqual([{ method: 'HEAD', url: '/mobile' }]);
  });

  it('tries again what could not connect', async () => {
    await open(allowAnyPage);
    await loop.close();
    await start();
    // The request, and the question whether there is a server at all.
    let failures = 0;
    const failedTwice = new Promise<void>((resolve) => {
      page.on('requestfailed', () => (++failures === 2 ? resolve() : undefined));
    });
    await page.evaluate(() => window.analytics.track('Product Viewed'));
    await failedTwice;
    const { port } = loop;
    loop = await startLoopServer(allowAnyPage, port);
    expect(await reported(1)).toEqual([accepted]);
    expect(arrivedUrls()).toHaveLength(1);
  });

  it('tries again when Loop asks for it, and not when Loop refuses or redirects', async () => {
    const answers = [503, 429, 200, 400, 302];
    await open((response, count, { method }) => {
      response
        .writeHead(method === 'GET' ? (answers[count - 1] ?? 200) : 200, {
          'access-control-allow-origin': '*',
          'access-control-expose-headers': 'retry-after',
          'retry-after': '0',
          location: '/elsewhere',
        })
        .end('{}');
    });
    await start();
    await page.evaluate(() => window.analytics.track('Product Viewed'));
    await reported(1);
    await page.evaluate(() => window.analytics.track('Product Viewed'));
    await reported(2);
    await page.evaluate(() => window.analytics.track('Product Viewed'));
    expect(await reported(3)).toEqual([
      accepted,
      { status: 'failed', code: 'refused' },
      { status: 'failed', code: 'refused' },
    ]);
    expect(arrivedUrls()).toHaveLength(5);
    expect(loop.others).toEqual([]);
  });

  it('says so when the page’s policy blocks it, and does not try again', async () => {
    pageServer.policy = "connect-src 'self'";
    await open(allowAnyPage);
    await start();
    await page.evaluate(() => window.analytics.track('First'));
    await reported(1);
    await page.evaluate(() => window.analytics.track('Second'));
    expect(await reported(2)).toEqual([
      { status: 'failed', code: 'blocked_by_csp' },
      { status: 'failed', code: 'blocked_by_csp' },
    ]);
    expect([...loop.arrivals, ...loop.others]).toEqual([]);
  });

  it('goes by an image where that is allowed', async () => {
    pageServer.policy = "connect-src 'self'; img-src *";
    await open(allowAnyPage);
    await start({ imageFallback: true });
    await page.evaluate(() => window.analytics.track('Product Viewed', { sku: 'A1' }));
    expect(await reported(1)).toEqual([{ status: 'sent', code: 'unconfirmed' }]);
    expect(arrivedUrls()).toEqual(await coreUrls());
  });

  it('says so when neither fetch nor an image is allowed', async () => {
    pageServer.policy = "connect-src 'self'; img-src 'self'";
    await open(allowAnyPage);
    await start({ imageFallback: true });
    await page.evaluate(() => window.analytics.track('Product Viewed'));
    expect(await reported(1)).toEqual([{ status: 'failed', code: 'blocked_by_csp' }]);
    expect(loop.arrivals).toEqual([]);
  });

  it('works beside a plugin that throws', async () => {
    await open(allowAnyPage);
    await page.evaluate(
      (given) => {
        const broken = {
          name: 'broken',
          track: () => {
            throw new Error('broken neighbor');
          },
        };
        window.startLoop(given, { after: [broken] });
        window.analytics.track('Product Viewed').catch(() => undefined);
      },
      { ...settings, endpoint: loop.endpoint },
    );
    expect(await reported(1)).toEqual([accepted]);
    expect(arrivedUrls()).toEqual(await coreUrls());
  });

  it('works without storage', async () => {
    await browserContext.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(globalThis, name, {
          get: () => {
            throw new DOMException('Access is denied for this document.', 'SecurityError');
          },
        });
      }
      Object.defineProperty(Reflect.get(globalThis, 'document'), 'cookie', { get: () => '', set: () => undefined });
    });
    await open(allowAnyPage);
    await start();
    await page.evaluate(async () => {
      await window.analytics.identify('user-1', { email: 'ana@example.com', phone: '301 234 5678' });
      await window.analytics.track('Product Viewed');
    });
    expect(await reported(2)).toEqual([accepted, accepted]);
    expect(arrivedUrls()[0]).toContain('value[ml_sh2]=');
  });

  it('skips on a computer, whose platform the page knows', async () => {
    loop = await startLoopServer(allowAnyPage);
    page = await browserContext.newPage();
    await page.goto(`${pageServer.origin}/`);
    await page.waitForFunction(() => typeof window.startLoop === 'function');
    await start();
    await page.evaluate(() => window.analytics.track('Product Viewed'));
    expect(await reported(1)).toEqual([{ status: 'skipped', code: 'unsupported_platform' }]);
    expect(arrivedUrls()).toEqual([]);
  });
});

const accepted = { status: 'sent', code: 'accepted' };

/** Tracks so many events at once, each of about 7 kB. */
async function burst(page: Page, count: number): Promise<void> {
  await page.evaluate(async (events) => {
    const tracked = Array.from({ length: events }, (_, index) =>
      window.analytics.track(`Event ${String(index)}`, { text: 'x'.repeat(6800) }),
    );
    await Promise.all(tracked);
  }, count);
}

const burstNames = (count: number): string[] => Array.from({ length: count }, (_, index) => `Event ${index}`).sort();

/** Names of the events that arrived, sorted: what leaves at once may arrive in any order. */
function eventNames({ arrivals }: LoopServer): (string | null)[] {
  return arrivals.map(({ url }) => new URL(url, 'http://loop').searchParams.get('value[event]')).sort();
}

/** Client hints as Chromium sends them on a phone. */
async function pretendAndroid(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setUserAgentOverride', {
    userAgent:
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36',
    acceptLanguage: 'es-CO',
    userAgentMetadata: {
      platform: 'Android',
      platformVersion: '14.0.0',
      architecture: '',
      model: 'Pixel 6',
      mobile: true,
    },
  });
}

function phoneChunks({ asked }: PageServer): readonly string[] {
  return asked.filter((path) => path.includes('phone'));
}
