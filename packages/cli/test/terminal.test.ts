import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { startSandbox, type Sandbox } from '@loop-adapters/delivery/sandbox';

import { androidEvents, sourceHash } from './events.js';
import { bin } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ latencyMs: 20 });
});
afterAll(async () => {
  await sandbox.close();
});

/** util-linux's `script` gives a program a pseudo-terminal. Other systems have another one, or none. */
const { error, stdout: version } = spawnSync('script', ['--version'], { encoding: 'utf8' });
const hasTerminal = error === undefined && version.includes('util-linux');
if (!hasTerminal) console.log('Skipped: the progress bar on a terminal (util-linux’s `script` is not there).');

/** Runs the command on a pseudo-terminal of 100 columns and returns all that it wrote there. */
async function runOnTerminal(
  command: string,
  env: Record<string, string> = {},
): Promise<{ code: number; screen: string }> {
  const shell = `stty cols 100 && exec '${process.execPath}' '${bin}' ${command}`;
  const child = spawn('script', ['--quiet', '--return', '--command', shell, '/dev/null'], {
    env: { PATH: process.env['PATH'], TERM: 'xterm', LOOP_SOURCE_HASH: sourceHash, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let screen = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (screen += piece));
  const [code] = (await once(child, 'close')) as [number];
  return { code, screen };
}

const escape = String.fromCharCode(27);

(hasTerminal ? describe : describe.skip)('on a terminal', () => {
  it('shows a progress bar, prints messages above it, and takes it away', async () => {
    const file = path.join(folder(), 'events.ndjson');
    writeFileSync(file, `${androidEvents(300)}oops\n${androidEvents(300)}`);
    const { code, screen } = await runOnTerminal(`send '${file}' --concurrency 8 --endpoint ${sandbox.endpoint}`);
    const bars = [...screen.matchAll(/([█░]{24}) (\d+) % · ([\d,]+) read · ([\d,]+) delivered · [\d,]+\/s/g)];
    expect(code).toBe(1);
    expect(bars.length).toBeGreaterThan(2);
    expect(screen).toContain(`${file}:301: not valid JSON`);
    expect(screen.slice(screen.lastIndexOf('█'))).toContain(`  delivered            ${escape}[32m600${escape}[39m\r\n`);
    expect(screen).not.toContain(sourceHash);
    // The cursor was hidden, and is there again.
    expect(screen.lastIndexOf(`${escape}[?25h`)).toBeGreaterThan(screen.lastIndexOf(`${escape}[?25l`));
  });

  it('shows colors, unless NO_COLOR is set', async () => {
    const colored = await runOnTerminal('doctor');
    const plain = await runOnTerminal('doctor', { NO_COLOR: '1' });
    expect(colored.screen).toContain(`${escape}[32m✓${escape}[39m`);
    expect(plain.screen).not.toContain(escape);
    expect(plain.screen).toContain('✓ The settings are valid');
  });

  it('asks for input where none is given', async () => {
    const { code, screen } = await runOnTerminal('explain < /dev/tty');
    expect({ code, screen }).toEqual({
      code: 2,
      screen:
        'No input. Give a file with events, a directory, or - to read a pipe. Example: loop-adapters explain event.json\r\n',
    });
  });
});
