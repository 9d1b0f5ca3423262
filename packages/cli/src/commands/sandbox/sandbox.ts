import { SettingsError } from '@loop-adapters/core';
import { startSandbox, type Arrival, type Sandbox } from '@loop-adapters/delivery/sandbox';

import { exitCodes, type ExitCode } from '../../terminal/exit-code.js';
import type { Io } from '../../terminal/io.js';
import { colorsFor } from '../../terminal/colors.js';
import { formatArrival } from './arrival.js';
import { formatCount } from '../../terminal/layout.js';
import { LineOutput } from '../../terminal/line-output.js';
import { Interruption } from '../../terminal/interruption.js';
import type { FlagValues } from '../../settings/load-settings.js';
import { flagError, readNumberFlag } from '../../settings/number-flag.js';
import { UsageError } from '../../terminal/usage-error.js';

const defaultPort = 8765;

/**
 * Runs the stand-in for Loop until Ctrl-C, and prints every request that comes.
 *
 * @throws UsageError if a flag is wrong or the port is taken
 */
export async function sandbox(flags: FlagValues, io: Io): Promise<ExitCode> {
  const out = new LineOutput(io.stdout);
  const messages = new LineOutput(io.stderr);
  const colors = colorsFor(io.stdout, io.environment);
  const isJson = flags['json'] === true;
  const running = await start(flags, (arrival) => {
    void out.write(isJson ? JSON.stringify(arrival) : formatArrival(arrival, colors).join('\n'));
  });
  const interruption = new Interruption();

  await messages.write(welcome(running));
  await new Promise<void>((resolve) => {
    interruption.stop.addEventListener('abort', () => {
      resolve();
    });
  });
  interruption.release();
  const { total, accepted } = running.counts();
  await running.close();
  await messages.write(`Stopped. ${formatCount(total)} requests came, ${formatCount(accepted)} of them accepted.`);
  await out.flush();
  return exitCodes.ok;
}

async function start(flags: FlagValues, onRequest: (arrival: Arrival) => void): Promise<Sandbox> {
  const failRate = readNumberFlag(flags['fail']);
  const throttleRps = readNumberFlag(flags['throttle']);
  const latencyMs = readNumberFlag(flags['latency']);
  const sourceHashes = flags['accept'];
  try {
    return await startSandbox({
      port: readNumberFlag(flags['port']) ?? defaultPort,
      ...(failRate === undefined ? {} : { failRate }),
      ...(throttleRps === undefined ? {} : { throttleRps }),
      ...(latencyMs === undefined ? {} : { latencyMs }),
      ...(Array.isArray(sourceHashes) ? { sourceHashes: sourceHashes as string[] } : {}),
      onRequest,
    });
  } catch (error) {
    if (error instanceof SettingsError) throw flagError(error, flagOfOption);
    throw error instanceof Error ? new UsageError(error.message) : error;
  }
}

const flagOfOption: ReadonlyMap<string, string> = new Map([
  ['port', '--port'],
  ['failRate', '--fail'],
  ['throttleRps', '--throttle'],
  ['latencyMs', '--latency'],
]);

function welcome({ url, endpoint }: Sandbox): string {
  return [
    'The sandbox stands in for the public contract of the Loop Mobile API. It is not Loop.',
    `It listens on ${url} (this machine only). Send to it:`,
    `  loop-adapters send FILE --endpoint ${endpoint}`,
    `What arrived: ${url}/requests   End: Ctrl-C`,
  ].join('\n');
}
