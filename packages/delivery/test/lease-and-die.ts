import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/**
 * Opens a queue in a process of its own, leases everything that is due there, and kills the process with SIGKILL.
 *
 * @param settings what the engine's open function takes
 */
export async function leaseAndDie(engine: 'file' | 'redis', settings: object): Promise<void> {
  const program = join(__dirname, 'programs', 'lease-and-die.mjs');
  const child = spawn(process.execPath, [program, engine, JSON.stringify(settings)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Whatever goes wrong, it does not outlive the test.
    timeout: 90_000,
  });
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  const exit = once(child, 'exit');
  if (!child.kill('SIGKILL')) throw new Error('The child has ended by itself.');
  await exit;
}
