import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { bin } from './run-cli.js';

/**
 * What of a page is acted upon: a ```console block (commands behind `$`, each with what it prints), or a file that the
 * page tells its reader to save.
 */
const step =
  /^```console\n(?<commands>[\s\S]*?)^```$|\bSave this as `(?<name>[^`]+)`:\n\n```json\n(?<content>[\s\S]*?)^```$/gm;

/** Where the docs' sandbox listens. The tests' one listens elsewhere, so that they can run side by side. */
const documentedAddress = '127.0.0.1:8765';

const root = path.resolve(__dirname, '../../..');

/**
 * Runs every command of a page's console blocks, from top to bottom, in a folder
 * of their own where `examples` is the repository's, and puts what they print in
 * the place of what the page says. A command that starts with `loop-adapters
 * sandbox` goes on in the background until the next one, or the page, ends it.
 *
 * @param page the page's Markdown
 * @returns the page as it should be
 */
export async function runConsoleBlocks(page: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'loop-docs-'));
  symlinkSync(path.join(root, 'examples'), path.join(folder, 'examples'));
  writeFileSync(path.join(folder, 'loop-adapters'), `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n`, {
    mode: 0o755,
  });
  const shell = new Shell(folder);
  try {
    let made = '';
    let at = 0;
    for (const { index, 0: text, groups } of page.matchAll(step)) {
      made += page.slice(at, index);
      at = index + text.length;
      if (groups?.['commands'] === undefined) {
        writeFileSync(path.join(folder, groups?.['name'] ?? ''), groups?.['content'] ?? '');
        made += text;
        continue;
      }
      made += '```console\n';
      for (const [, command = ''] of groups['commands'].matchAll(/^\$ ((?:.*\\\n)*.*)$/gm)) {
        made += `$ ${command}\n${await shell.run(command)}`;
      }
      made += '```';
    }
    return made + page.slice(at);
  } finally {
    await shell.end();
    rmSync(folder, { recursive: true });
  }
}

/** What differs from run to run: how long sending took, and when something happened. */
export function timeless(page: string): string {
  return page.replaceAll(/Sent in \d+\.\d s/g, 'Sent in 0.1 s').replaceAll(/"at":"[^"]+"/g, '"at":"…"');
}

class Shell {
  private sandbox: ChildProcess | null = null;
  private address = documentedAddress;

  constructor(private readonly folder: string) {}

  /** Runs a command and returns what it printed, standard output and error in the order in which they came. */
  async run(command: string): Promise<string> {
    if (/^loop-adapters sandbox(?!.*--help)/.test(command)) return await this.startSandbox(command);
    const output = this.outputOf('command');
    await once(this.start(command, output), 'close');
    return this.printed(output);
  }

  async end(): Promise<void> {
    if (this.sandbox === null) return;
    const ended = once(this.sandbox, 'close');
    this.sandbox.kill('SIGINT');
    this.sandbox = null;
    await ended;
  }

  private async startSandbox(command: string): Promise<string> {
    await this.end();
    const output = this.outputOf('sandbox');
    this.sandbox = this.start(`exec ${command} --port 0`, output);
    while (!this.printed(output).includes('End: Ctrl-C')) {
      if (this.sandbox.exitCode !== null) throw new Error(`The sandbox did not start.\n${this.printed(output)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    this.address = /http:\/\/(\S+?)\/requests/.exec(readFileSync(output, 'utf8'))?.[1] ?? '';
    return this.printed(output);
  }

  private start(command: string, output: string): ChildProcess {
    const descriptor = openSync(output, 'w');
    const child = spawn('sh', ['-c', command.replaceAll(documentedAddress, this.address)], {
      cwd: this.folder,
      env: { PATH: `${this.folder}:${process.env['PATH'] ?? ''}` },
      stdio: ['ignore', descriptor, descriptor],
    });
    closeSync(descriptor);
    return child;
  }

  private printed(output: string): string {
    return readFileSync(output, 'utf8').replaceAll(this.address, documentedAddress);
  }

  /** In a hidden file, so that a command sees only what the reader would have. */
  private outputOf(what: 'command' | 'sandbox'): string {
    return path.join(this.folder, `.${what}.out`);
  }
}
