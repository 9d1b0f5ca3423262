import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The command as it is published. */
export const bin = path.resolve(__dirname, '../dist/cjs/program/bin.js');

/** What a run that has ended left behind. */
export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  /** What is piped in; nothing if left out. */
  readonly input?: string | Buffer;
  /** The current directory; the repository's root if left out. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A command that runs. */
export interface RunningCli {
  readonly child: ChildProcess;
  /** What it has printed so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves when standard output or error matches; rejects if the command ends before. */
  readonly printed: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly ended: Promise<CliResult>;
}

const root = path.resolve(__dirname, '../../..');

/** Starts the built command, with an environment of its own: no setting of the machine's gets in. */
export function startCli(args: readonly string[], { input, cwd = root, env = {} }: CliOptions = {}): RunningCli {
  if (!existsSync(bin)) throw new Error('The command is not built. `npm test` builds it; so does `npm run build`.');
  const child = spawn(process.execPath, [bin, ...args], { cwd, env: { PATH: process.env['PATH'], ...env } });
  const text = { stdout: '', stderr: '' };
  const watchers = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (piece: string) => {
      text[name] += piece;
      for (const watcher of watchers) watcher();
    });
  }
  // The command may end before it has read everything.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const ended = new Promise<CliResult>((resolve) => {
    child.on('close', (code) => {
      resolve({ code, ...text });
    });
  });
  const printed = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(text.stdout) ?? pattern.exec(text.stderr);
        if (found === null) return;
        watchers.delete(look);
        resolve(found);
      };
      watchers.add(look);
      look();
      void ended.then(({ code, stdout, stderr }) => {
        reject(new Error(`It ended with ${code} and never printed ${String(pattern)}.\n${stdout}${stderr}`));
      });
    });
  return { child, stdout: () => text.stdout, stderr: () => text.stderr, printed, ended };
}

/** Runs the built command to its end. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  return await startCli(args, options).ended;
}
