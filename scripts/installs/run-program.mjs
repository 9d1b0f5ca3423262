import { spawn } from 'node:child_process';

/**
 * Runs a program to its end.
 *
 * @param options `cwd`; `env`, added to this process's own; `timeoutMs` (10 minutes if left out)
 * @returns what it printed, stdout and stderr together in `output`
 * @throws Error with the last of the output if it ends with anything but 0
 */
export function runProgram(command, args, { cwd, env = {}, timeoutMs = 600_000 }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
    });
    const printed = { stdout: '', output: '' };
    child.stdout.on('data', (chunk) => {
      printed.stdout += chunk;
      printed.output += chunk;
    });
    child.stderr.on('data', (chunk) => (printed.output += chunk));
    child.on('error', reject);
    child.on('close', (status, signal) => {
      if (status === 0) resolve(printed);
      else reject(new Error(`It ended with ${status ?? signal}: ${command} ${args.join(' ')}\n${printed.output}`));
    });
  });
}
