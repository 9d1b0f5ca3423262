import { startSandbox, type Sandbox } from '@loop-adapters/delivery/sandbox';
import { describeInChromium, launchChromium, type TestBrowser } from '@loop-adapters/testing/chromium';
import { startPageServer, type PageServer } from '@loop-adapters/testing/page-server';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const home = join(__dirname, '../..');
const [, section = ''] = readFileSync(join(home, 'README.md'), 'utf8').split('### Try it on your computer');

/** The first block of the README's trial in a language. */
function block(language: string): string {
  return section.split(`\`\`\`${language}\n`)[1]?.split('```')[0] ?? '';
}

describeInChromium('“Try it on your computer” of the README', () => {
  let browser: TestBrowser;
  let sandbox: Sandbox;
  let pages: PageServer;
  let folder: string;

  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0 });
    browser = await launchChromium();
    mkdirSync(join(home, '.cache'), { recursive: true });
    folder = mkdtempSync(join(home, '.cache/try-'));
    // As written, but for the port, which another program may have.
    writeFileSync(join(folder, 'try.js'), block('js').replace('http://127.0.0.1:8765/mobile', sandbox.endpoint));
    writeFileSync(join(folder, 'index.html'), block('html'));
    // Vite would serve the same from its sources; the test bundles them, which takes a second.
    execFileSync(process.execPath, [join(home, 'scripts/build-trial.mjs'), folder]);
    pages = await startPageServer({ '/': join(folder, 'built'), '/index.html': join(folder, 'index.html') });
  });
  afterAll(async () => {
    await browser.close();
    await pages.close();
    await sandbox.close();
    rmSync(folder, { recursive: true });
  });

  it('ends with an event that arrived', async () => {
    const page = await browser.newPage({ locale: 'es-AR' });
    const told = page.waitForEvent('console', (message) => message.text().includes('Loop: track sent (accepted)'));
    await page.goto(`${pages.origin}/index.html`);
    await told;
    expect(sandbox.requests().map(({ url, answer }) => [url, answer.status])).toEqual([
      [
        '/mobile?app=com.example.app&appn=Example%20App&ct=ar&device=Pixel6&et=custom&ip=192.168.1.1&lan=es&source_hash=***' +
          '&uid=abcdef-1234-5678&device_type=android&value[event]=Recipe%20Saved&value[recipe_id]=r-118',
        200,
      ],
    ]);
  });
});
