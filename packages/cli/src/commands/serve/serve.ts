import { SettingsError, type SettingsInput } from '@loop-adapters/core';
import { QueueError, startRelay, type Relay, type RelaySettingsInput } from '@loop-adapters/delivery/relay';

import { exitCodes, type ExitCode } from '../../terminal/exit-code.js';
import type { Io } from '../../terminal/io.js';
import { formatCount } from '../../terminal/layout.js';
import { LineOutput } from '../../terminal/line-output.js';
import { Interruption } from '../../terminal/interruption.js';
import { applyOptions, type FlagValues } from '../../settings/apply-options.js';
import { settingsUsageError } from '../../settings/create-cli-translator.js';
import { chooseQueue } from './choose-queue.js';
import type { LoadedSettings } from '../../settings/load-settings.js';
import { serveOptions } from './serve-options.js';
import { UsageError } from '../../terminal/usage-error.js';
import { readCommandSettings, readSendingSettings } from '../../settings/command-settings.js';

/**
 * Runs the relay until Ctrl-C or SIGTERM. Its log goes to standard output, one JSON object a line; what is meant for
 * people goes to standard error.
 *
 * @throws UsageError if the settings can't be used, the port is taken, or the queue can't be opened
 */
export async function serve(flags: FlagValues, io: Io): Promise<ExitCode> {
  const messages = new LineOutput(io.stderr);
  const interruption = new Interruption(['SIGINT', 'SIGTERM']);
  const relay = await start(flags, io);
  const stopListening = reloadOnHangUp(relay, flags, io, messages);
  await messages.write(welcome(relay));

  if (!interruption.stop.aborted) {
    await new Promise<void>((resolve) => {
      interruption.stop.addEventListener('abort', () => {
        resolve();
      });
    });
  }
  stopListening();
  await messages.write('Stopping: no new requests; what waits is being delivered.');
  const left = await Promise.race([relay.close(), halted(interruption)]);
  interruption.release();
  await messages.write(farewell(left));
  return exitCodes.ok;
}

async function start(flags: FlagValues, io: Io): Promise<Relay> {
  const { loop, relay, origins } = await readServeSettings(flags, io);
  try {
    return await startRelay(loop, relay, { logTo: io.stdout });
  } catch (error) {
    throw usageErrorOf(error, origins);
  }
}

/** SIGHUP reads the settings again, as servers do: write keys and source hashes change without a pause. */
function reloadOnHangUp(relay: Relay, flags: FlagValues, io: Io, messages: LineOutput): () => void {
  const reload = async (): Promise<void> => {
    try {
      const { loop, relay: settings, origins } = await readServeSettings(flags, io);
      try {
        relay.reload(loop, settings);
      } catch (error) {
        throw usageErrorOf(error, origins);
      }
      await messages.write('The settings were read again.');
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      await messages.write(`The settings could not be read again; the old ones stay. ${error.message}`);
    }
  };
  const onHangUp = (): void => void reload();
  process.on('SIGHUP', onHangUp);
  return () => process.off('SIGHUP', onHangUp);
}

function usageErrorOf(error: unknown, origins: ReadonlyMap<string, string>): unknown {
  if (error instanceof SettingsError) return settingsUsageError("The relay's settings can't be used:", error, origins);
  if (error instanceof QueueError) return new UsageError(`The queue can't be opened. ${error.message}`);
  return error instanceof Error ? new UsageError(error.message) : error;
}

interface ServeSettings {
  /** Of the translation. */
  readonly loop: SettingsInput;
  readonly relay: RelaySettingsInput;
  readonly origins: ReadonlyMap<string, string>;
}

/** @throws UsageError if the settings can't be used */
async function readServeSettings(flags: FlagValues, io: Io): Promise<ServeSettings> {
  const { loaded } = await readCommandSettings(flags, io);
  const { values, origins } = applyServeSettings(loaded, flags, io);
  const hasOwnSources = values['sources'] !== undefined;
  if (values['writeKeys'] === undefined && !hasOwnSources) {
    throw new UsageError(
      'No write key is set, so nobody could send. Make one up and give it with --write-key, or with LOOP_WRITE_KEYS.',
    );
  }
  if (!hasOwnSources) await readSendingSettings(flags, io);
  return { loop: loaded.input, relay: values as unknown as RelaySettingsInput, origins };
}

function applyServeSettings({ serve: part, configFile }: LoadedSettings, flags: FlagValues, io: Io) {
  if (part !== undefined && (typeof part !== 'object' || part === null || Array.isArray(part))) {
    throw new UsageError(`"serve" in ${String(configFile)} must be an object, such as { "writeKeys": ["MY-APP"] }.`);
  }
  const fromFile = (part ?? {}) as Readonly<Record<string, unknown>>;
  const applied = applyOptions(serveOptions, fromFile, configFile, flags, io.environment);
  const { queue } = applied.values;
  // What is no object is for the relay to refuse.
  if (queue !== undefined && (typeof queue !== 'object' || queue === null || Array.isArray(queue))) return applied;
  return { ...applied, values: { ...applied.values, queue: chooseQueue(applied) } };
}

/** After a second Ctrl-C nobody waits: what is queued is on disk. */
function halted({ halt }: Interruption): Promise<null> {
  return new Promise((resolve) => {
    halt.addEventListener('abort', () => {
      resolve(null);
    });
  });
}

function welcome({ url, adminUrl, endpoint }: Relay): string {
  return [
    `The relay listens on ${url}. Point Segment's and RudderStack's SDKs at it.`,
    `Apps that send Loop's own form: ${endpoint.replace(/\/mobile$/, '/WRITE-KEY/mobile')}`,
    `State: ${url}/readyz   Metrics: ${adminUrl}/metrics`,
    'New write keys or source hashes: change the settings and send SIGHUP. End: Ctrl-C',
  ].join('\n');
}

function farewell(left: number | null): string {
  if (left === null) return 'Stopped at once. What was accepted is kept and goes out after the next start.';
  return left === 0
    ? 'Stopped. Everything that was accepted is delivered.'
    : `Stopped. ${formatCount(left)} events are kept and go out after the next start.`;
}
