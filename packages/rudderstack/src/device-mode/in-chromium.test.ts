import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { describeInChromium, launchChromium, type TestBrowser } from '@loop-adapters/testing/chromium';
import { startLoopServer, type LoopServer } from '@loop-adapters/testing/loop-server';
import { startPageServer, type PageServer } from '@loop-adapters/testing/page-server';
import type { RudderPage } from '../testing/page/start-page.js';

declare const window: RudderPage;

/** What every request from the page has in common. Model, language and platform are the page's own; the country is that of its time zone, not of its locale. */
const common =
  '/mobile?app=com.example.app&appn=Recetas&ct=co&device=Pixel%206&et=custom&ip=192.168.1.1&lan=es&source_hash=XYZ123&uid=abcdef-1234-5678&device_type=android';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describeInChromium('device mode with the SDK in Chromium', () => {
  let browser: TestBrowser;
  let pages: PageServer;
  let folder: string;
  let loop: LoopServer;
  let data: LoopServer;
  let context: BrowserContext;
  let page: Page;
  let lines: string[];
  let failures: string[];

  beforeAll(async () => {
    const cache = join(__dirname, '../../.cache');
    mkdirSync(cache, { recursive: true });
    folder = mkdtempSync(join(cache, 'page-'));
    execFileSync(process.execPath, [join(__dirname, '../../scripts/build-test-page.mjs'), folder]);
    pages = await startPageServer({ '/': folder });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await pages.close();
    rmSync(folder, { recursive: true });
  });

  beforeEach(async () => {
    loop = await startLoopServer((response) => {
      response.writeHead(200, { 'access-control-allow-origin': '*' }).end('{}');
    });
    // Stands in for RudderStack's server, which takes the same events; none of that matters here.
    data = await startLoopServer((response, _, { headers }) => {
      response
        .writeHead(200, {
          'access-control-allow-origin': headers.origin ?? '*',
          'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
        })
        .end('OK');
    });
    context = await browser.newContext({ locale: 'es-MX', timezoneId: 'America/Bogota' });
    page = await context.newPage();
    lines = [];
    failures = [];
    page.on('console', (message) => {
      // What became of an event; the SDK adds the styles of its own prefix.
      const line = /Loop: \w+ (?:sent|skipped|invalid|failed) .*?(?= font-weight|$)/.exec(message.text());
      if (line !== null) lines.push(`${message.type()} ${line[0]}`);
    });
    page.on('pageerror', (error) => failures.push(error.message));
    await pretendAndroid(page);
    await page.goto(`${pages.origin}/`);
    await page.waitForFunction(() => typeof window.startRudder === 'function');
  });
  afterEach(async () => {
    await context.close();
    await loop.close();
    await data.close();
  });

  /** Loads the SDK with values that the app looks up. */
  const start = (left?: 'ip' | 'advertisingId'): Promise<void> =>
    page.evaluate(
      ([sourceHash, endpoint, config, data, without]) => {
        const looked = {
          ip: () => Promise.resolve('192.168.1.1'),
          advertisingId: () => new Promise<string>((resolve) => setTimeout(resolve, 10, 'abcdef-1234-5678')),
        };
        const { [without]: _, ...others }: Partial<typeof looked> & Readonly<Record<string, unknown>> = looked;
        return new Promise<void>((resolve) => {
          const app = { id: 'com.example.app', name: 'Recetas' };
          window.startRudder({ sourceHash, endpoint, app, ...others }, { config, data });
          window.analytics.ready(resolve);
        });
      },
      ['XYZ123', loop.endpoint, pages.origin, data.endpoint.replace('/mobile', ''), left ?? 'nothing'] as const,
    );
  const told = async (count: number): Promise<readonly string[]> => {
    while (lines.length < count) await page.waitForEvent('console');
    return lines;
  };
  const urls = (): readonly string[] => loop.arrivals.map(({ url }) => url);

  it('sends track, identify and page, with values that the app looks up', async () => {
    await start();
    await page.evaluate(() => {
      window.analytics.track('Recipe Saved', { recipe_id: 'r-118', minutes: 40 });
      window.analytics.identify('co-1', { email: ' Ana@Example.com', phone: '301 234 5678', plan: 'gold' });
      window.analytics.page('Cocina', 'Recetas', { path: '/recetas' });
    });
    await loop.arrived(3);
    // Three requests at once arrive and are answered in any order.
    const person = `value[ml_sh2]=${sha256('ana@example.com')}&value[mb_sh2]=${sha256('573012345678')}`;
    const home = encodeURIComponent(`${pages.origin}/`);
    expect(inAnyOrder(urls())).toEqual(
      inAnyOrder([
        `${common}&value[event]=Recipe%20Saved&value[recipe_id]=r-118&value[minutes]=40`,
        `${common}&${person}&value[plan]=gold`,
        `${common}&${person}&value[event]=Recetas&value[path]=%2Frecetas&value[category]=Cocina&value[referrer]=%24direct&value[title]=Recetas&value[url]=${home}&value[tab_url]=${home}&value[initial_referrer]=%24direct`,
      ]),
    );
    expect(inAnyOrder(await told(3))).toEqual([
      'debug Loop: identify sent (accepted). Loop took the event.',
      'debug Loop: page sent (accepted). Loop took the event.',
      'debug Loop: track sent (accepted). Loop took the event.',
    ]);
    expect(failures).toEqual([]);
  });

  it.each([
    ['advertisingId', /^info Loop: track skipped \(no_advertising_id\)\. The event carries no advertising ID/],
    ['ip', /^warning Loop: track invalid \(missing_ip\)\. IP address is missing/],
  ] as const)('without %s it sends nothing, says why in the log of the SDK, and throws nothing', async (left, line) => {
    await start(left);
    await page.evaluate(() => {
      window.analytics.track('Recipe Saved');
    });
    expect(await told(1)).toEqual([expect.stringMatching(line)]);
    expect(urls()).toEqual([]);
    expect(failures).toEqual([]);
  });
});

const inAnyOrder = (texts: readonly string[]): readonly string[] => [...texts].sort();

/** The hints of an Android phone, which a headless browser on another machine does not give by itself. */
async function pretendAndroid(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setUserAgentOverride', {
    userAgent:
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36',
    acceptLanguage: 'es-MX',
    userAgentMetadata: {
      platform: 'Android',
      platformVersion: '14.0.0',
      architecture: '',
      model: 'Pixel 6',
      mobile: true,
    },
  });
}
