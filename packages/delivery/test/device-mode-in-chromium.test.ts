import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describeInChromium, launchChromium } from '@loop-adapters/testing/chromium';
import { startLoopServer } from '@loop-adapters/testing/loop-server';
import { startPageServer } from '@loop-adapters/testing/page-server';
import { temporaryFolder } from '@loop-adapters/testing/temporary-folder';
import { arrivalOfPage, fromPhone } from './arrival-of-page.js';
import { startLoopAndRelay, writeKey } from './start-loop-and-relay.js';

/** The page of the device mode's own tests: the real SDK with the integration. */
declare const window: {
  startRudder(settings: object, origins: { readonly config: string; readonly data: string }): void;
  readonly analytics: {
    track(event: string, properties: object): void;
    identify(userId: string, traits: object): void;
    ready(callback: () => void): void;
  };
};

describeInChromium("RudderStack's device mode, pointed at the relay", () => {
  it('delivers what it has translated and hashed by itself; the relay adds source hash and IP', async () => {
    const folder = temporaryFolder();
    execFileSync(process.execPath, [join(__dirname, '../../rudderstack/scripts/build-test-page.mjs'), folder]);
    const pages = await startPageServer({ '/': folder });
    // Stands in for RudderStack's own server, which is told of the same events.
    const rudderStack = await startLoopServer((response) => response.end('OK'));
    const parts = await startLoopAndRelay({ allowedOrigins: [pages.origin], trustedProxies: 1 });
    const browser = await launchChromium();
    const page = await browser.newPage({ locale: 'es-CO', timezoneId: 'America/Bogota', extraHTTPHeaders: fromPhone });
    await page.goto(`${pages.origin}/`);
    await page.waitForFunction(() => typeof window.startRudder === 'function');
    await page.evaluate(
      ([relay, config, data]) =>
        new Promise<void>((resolve) => {
          const device = { type: 'android', model: 'Pixel 6', manufacturer: 'Google' };
          const app = { id: 'com.example.app' };
          window.startRudder({ relay, app, device, advertisingId: 'abcdef-1234-5678' }, { config, data });
          window.analytics.ready(resolve);
        }),
      [`${parts.relay.url}/${writeKey}/mobile`, pages.origin, new URL(rudderStack.endpoint).origin] as const,
    );
    await page.evaluate(() => {
      window.analytics.identify('user-1', { email: 'Ana@Example.com' });
    });
    await parts.arrived(1);
    await page.evaluate(() => {
      window.analytics.track('Recipe Saved', { recipe_id: 'r-118' });
    });
    const arrived = await parts.arrived(2);
    await browser.close();
    await pages.close();
    await rudderStack.close();
    await parts.close();

    const person = { 'value[ml_sh2]': createHash('sha256').update('ana@example.com').digest('hex') };
    expect(arrived).toEqual([
      { ...arrivalOfPage, ...person },
      { ...arrivalOfPage, ...person, 'value[event]': 'Recipe Saved', 'value[recipe_id]': 'r-118' },
    ]);
  });
});
