import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeInChromium, launchChromium, type TestBrowser } from '@loop-adapters/testing/chromium';
import { startLoopServer, type LoopServer } from '@loop-adapters/testing/loop-server';
import { startPageServer, type PageServer } from '@loop-adapters/testing/page-server';
import { buildWithVite } from './testing/build-with-vite.js';

describeInChromium('examples/web in Chromium', () => {
  let browser: TestBrowser;
  let pageServer: PageServer;
  let loop: LoopServer;
  const folder = mkdtempSync(join(tmpdir(), 'loop-example-'));

  beforeAll(async () => {
    loop = await startLoopServer((response) => response.writeHead(200, { 'access-control-allow-origin': '*' }).end());
    buildWithVite(join(__dirname, '../../../examples/web'), folder, { VITE_LOOP_ENDPOINT: loop.endpoint });
    pageServer = await startPageServer({ '/': folder });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await pageServer.close();
    await loop.close();
    rmSync(folder, { recursive: true });
  });

  it('does what its README says', async () => {
    const page = await (
      await browser.newContext({ locale: 'es-AR', timezoneId: 'America/Argentina/Cordoba' })
    ).newPage();
    await page.goto(`${pageServer.origin}/`);
    const reports = page.locator('#reports li');
    await reports.nth(0).waitFor();
    await page.click('#view');
    await reports.nth(1).waitFor();
    await page.check('#consent');
    await page.click('#view');
    await reports.nth(2).waitFor();
    await page.click('#sign-in');
    await reports.nth(3).waitFor();
    await page.click('#explain');
    await page.locator('#sources tr').nth(0).waitFor();

    expect((await reports.allTextContents()).map((text) => text.replace(/\).*/, ')'))).toEqual([
      'page: skipped (consent_missing)',
      'track: skipped (consent_missing)',
      'track: sent (accepted)',
      'identify: sent (accepted)',
    ]);
    const person =
      '&value[ml_sh2]=8e43ca37701228e74983efdbd0cff5c16b3b1e5d4e29a7c05626d4d25a018e11' +
      '&value[mb_sh2]=5e82b2a8ec7559ce189ff67ac2bd7ddaa4eb9f1196f072ca03051ff7e32e56be';
    const device =
      '/mobile?app=com.example.mercadito&appn=Mercadito&ct=ar&device=Pixel6&et=custom&ip=192.168.1.1&lan=es&mf=Google' +
      '&source_hash=DEMO-ANDROID-HASH&uid=abcdef-1234-5678&device_type=android';
    expect(loop.arrivals.map(({ url }) => url)).toEqual([
      `${device}&value[event]=Product%20Viewed&value[sku]=A1&value[category]=drinks&value[price]=10.5`,
      `${device}${person}&value[plan]=gold`,
    ]);
    const sources = await page.locator('#sources tr').allTextContents();
    expect(sources).toContain('ip192.168.1.1settings.ip');
    expect(sources).toContain('source_hash***settings.sourceHash');
  });
});
