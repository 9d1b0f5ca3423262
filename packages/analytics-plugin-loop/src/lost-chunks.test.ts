import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Report } from '@loop-adapters/client';
import { describeInChromium, launchChromium, type TestBrowser } from '@loop-adapters/testing/chromium';
import { startLoopServer, type LoopServer } from '@loop-adapters/testing/loop-server';
import { startPageServer, type PageServer } from '@loop-adapters/testing/page-server';
import type { LoopPluginSettings } from './index.js';
import { buildWithVite } from './testing/build-with-vite.js';

/** What `start-page.js` and `analytics` put into the page. */
interface TestWindow {
  startLoop(settings: object): void;
  readonly reports: Report[];
  readonly analytics: {
    track(event: string): Promise<unknown>;
    identify(userId: string, traits: object): Promise<unknown>;
  };
}
declare const window: TestWindow;

const settings = {
  sourceHash: 'XYZ123',
  app: { id: 'com.example.app' },
  ip: '192.168.1.1',
  advertisingId: 'abcdef-1234-5678',
  device: { model: 'Pixel6', type: 'android' },
} satisfies LoopPluginSettings;

const request =
  '/mobile?app=com.example.app&ct=co&device=Pixel6&et=custom&ip=192.168.1.1&lan=es&source_hash=XYZ123' +
  '&uid=abcdef-1234-5678&device_type=android';

describeInChromium('a page whose chunks do not come', () => {
  let browser: TestBrowser;
  let pageServer: PageServer;
  let loop: LoopServer;
  let page: Page;
  const folder = mkdtempSync(join(tmpdir(), 'loop-chunks-'));

  beforeAll(async () => {
    buildWithVite(join(__dirname, 'testing/pages/vite'), folder);
    pageServer = await startPageServer({ '/': folder });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await pageServer.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => {
    loop = await startLoopServer((response) =>
      response.writeHead(200, { 'access-control-allow-origin': '*' }).end('{}'),
    );
    page = await browser.newPage({ locale: 'es-ES', timezoneId: 'America/Bogota' });
    await page.goto(`${pageServer.origin}/`);
    await page.waitForFunction(() => typeof window.startLoop === 'function');
  });
  afterEach(async () => {
    await page.context().close();
    await loop.close();
  });

  const lose = async (chunk: string): Promise<void> => {
    await page.route(`**/*${chunk}*.js`, (route) => route.abort());
  };
  const start = (changed: LoopPluginSettings): Promise<void> =>
    page.evaluate(
      (given) => {
        window.startLoop(given);
      },
      { ...settings, endpoint: loop.endpoint, ...changed },
    );
  const reported = async (count: number): Promise<Pick<Report, 'status' | 'code' | 'failures'>[]> => {
    await page.waitForFunction((wanted) => window.reports.length >= wanted, count);
    return page.evaluate(() => window.reports.map(({ status, code, failures }) => ({ status, code, failures })));
  };

  it('sends nothing while the country can’t be read, and sends again once the chunk comes', async () => {
    await lose('country-reader');
    await start({});
    await page.evaluate(() => window.analytics.track('Opened'));
    await reported(1);
    await page.unroute('**/*country-reader*.js');
    await page.evaluate(() => window.analytics.track('Opened'));
    expect(await reported(2)).toEqual([
      { status: 'failed', code: 'part_missing', failures: [{ setting: 'country names', reason: 'failed' }] },
      { status: 'sent', code: 'accepted', failures: [] },
    ]);
    expect(loop.arrivals.map(({ url }) => url)).toEqual([`${request}&value[event]=Opened`]);
  });

  it('needs no chunk for a country that is a code', async () => {
    await lose('country-reader');
    await start({ country: 'CO' });
    await page.evaluate(() => window.analytics.track('Opened'));
    expect(await reported(1)).toEqual([{ status: 'sent', code: 'accepted', failures: [] }]);
    expect(loop.arrivals.map(({ url }) => url)).toEqual([`${request}&value[event]=Opened`]);
  });

  it('sends an identify without the phone, neither as a hash nor in the clear', async () => {
    await lose('phone');
    await start({ country: 'CO' });
    await page.evaluate(() => window.analytics.identify('u-1', { phone: '301 234 5678', plan: 'gold' }));
    expect(await reported(1)).toEqual([
      { status: 'sent', code: 'accepted', failures: [{ setting: 'phone parser', reason: 'failed' }] },
    ]);
    expect(loop.arrivals.map(({ url }) => url)).toEqual([`${request}&value[plan]=gold`]);
  });

  it('reports a code whose sentence did not come', async () => {
    await lose('sentences');
    await start({ advertisingId: null });
    await page.evaluate(() => window.analytics.track('Opened'));
    expect(await reported(1)).toEqual([{ status: 'skipped', code: 'no_advertising_id', failures: [] }]);
    expect(loop.arrivals).toEqual([]);
  });
});
