import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** The machine's own Chromium; null if there is none. `CHROMIUM_PATH` names another one. */
const executablePath = findExecutable();

/** `describe` where there is a Chromium; otherwise the tests are skipped, and one line says so. */
export const describeInChromium = executablePath === null ? skipAloud() : describe;

export function launchChromium(): Promise<Browser> {
  if (executablePath === null) throw new Error('There is no Chromium on this machine.');
  return chromium.launch({
    executablePath,
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
