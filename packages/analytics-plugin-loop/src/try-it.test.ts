import { startSandbox, type Sandbox } from '@loop-adapters/delivery/sandbox';
import { describeInChromium, launchChromium, type TestBrowser } from '@loop-adapters/testing/chromium';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');

/** The page of the README's trial, as written but for the port, which another program may have. */
function trial(endpoint: string): string {
  const [, section = ''] = readme.split('## Try it on your computer');
  const [, html = ''] = section.split('```html\n');
  return (html.split('```')[0] ?? '').replace('http://127.0.0.1:8765/mobile', endpoint);
}

describeInChromium('“Try it on your computer” of the README', () => {
  let browser: TestBrowser;
  let sandbox: Sandbox;
  const folder = mkdtempSync(join(tmpdir(), 'loop-try-'));

  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0 });
    browser = await launchChromium();
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(dirname(require.resolve('analytics/package.json')), join(folder, 'node_modules/analytics'));
    symlinkSync(join(__dirname, '..'), join(folder, 'node_modules/analytics-plugin-loop'));
    writeFileSync(join(folder, 'try.html'), trial(sandbox.endpoint));
  });
  afterAll(async () => {
    await browser.close();
    await sandbox.close();
    rmSync(folder, { recursive: true });
  });

  it('ends with an event that arrived, and no red line', async () => {
    const page = await browser.newPage({ locale: 'es-AR' });
    const errors: string[] = [];
    page.on('console', (message) => (message.type() === 'error' ? errors.push(message.text()) : undefined));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`file://${join(folder, 'try.html')}`);
    await page.getByText('track sent (accepted)').waitFor();
    expect(errors).toEqual([]);
    expect(sandbox.requests().map(({ url, answer }) => [url, answer.status])).toEqual([
      [
        '/mobile?app=com.example.app&ct=ar&device=Pixel6&et=custom&ip=192.168.1.1&lan=es&source_hash=***' +
          '&uid=abcdef-1234-5678&device_type=android&value[event]=Product%20Viewed&value[sku]=A1',
        200,
      ],
    ]);
  });
});
