import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** The machine's own Chromium; null if there is none. `CHROMIUM_PATH` names another one. */
const executablePath = findExecutable();

/** `describe` where there is a Chromium; otherwise the tests are skipped, and one line says so. */
export const describeInChromium = executablePath === null ? skipAloud() : describe;

/** A Chromium in which nothing runs into a time limit but the test itself: a busy machine takes its time. */
export interface TestBrowser {
  newPage(options: BrowserContextOptions): Promise<Page>;
  newContext(options: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
}

export async function launchChromium(): Promise<TestBrowser> {
  if (executablePath === null) throw new Error('There is no Chromium on this machine.');
  const browser = await chromium.launch({
    executablePath,
    timeout: 0,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return {
    newPage: async (options) => withoutTimeLimit(await browser.newPage(options)),
    newContext: async (options) => withoutTimeLimit(await browser.newContext(options)),
    close: () => browser.close(),
  };
}

function withoutTimeLimit<Limited extends Page | BrowserContext>(limited: Limited): Limited {
  limited.setDefaultTimeout(0);
  return limited;
}

function skipAloud(): jest.Describe {
  process.stderr.write('No Chromium on this machine: the tests in a real browser are skipped.\n');
  return describe.skip;
}

function findExecutable(): string | null {
  const { CHROMIUM_PATH, PATH = '' } = process.env;
  const candidates = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [CHROMIUM_PATH ?? '', ...candidates].find((path) => path !== '' && isExecutable(path)) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
