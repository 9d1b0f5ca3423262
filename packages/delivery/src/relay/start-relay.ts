import type { AddressInfo } from 'node:net';
import {
  createTranslator,
  hasSource,
  missingSource,
  SettingsError,
  type SettingsInput,
  type Translator,
} from '@loop-adapters/core';
import { nodeHash } from '@loop-adapters/core/node';
import { createDoor } from './http/door.js';
import { EventAllowance } from './http/event-allowance.js';
import { Intake } from './http/intake.js';
import { Backend } from './backend.js';
import { createRelayLog, faultCode } from './watch/relay-log.js';
import { createRelayMetrics } from './watch/relay-metrics.js';
import { RelayObserver } from './watch/relay-observer.js';
import { readRelaySettings, type RelaySettings, type RelaySettingsInput } from './relay-settings.js';

/** A running relay. */
export interface Relay {
  /** Where it listens, such as `http://127.0.0.1:8787`. */
  readonly url: string;
  /** `url` and `/mobile`: what goes into the setting `relay` of an app, with the write key before `/mobile`. */
  readonly endpoint: string;
  /**
   * Takes no more requests, answers those that are open and delivers what waits, both for at most `drainMs`; waits for
   * the answers that are on their way (at most the sender's `timeoutMs`), and closes the queue. What is left then is on
   * disk and is delivered after the next start.
   *
   * @returns how many events are left; null if the queue could not say
   */
  close(): Promise<number | null>;
}

/** What the relay needs from outside. */
export interface RelayTools {
  /** Where the log's lines go; `process.stdout` if left out. */
  readonly logTo: { write(line: string): unknown };
}

/**
 * Starts a relay: it takes events over HTTP as Segment's and RudderStack's SDKs send them, and Loop's own form from
 * apps; completes them with source hash and IP address; keeps them in a queue on disk; and delivers them
 * to Loop, again and again until Loop has them or refuses them.
 *
 * @param loop the core's settings. They hold the source hash; `relay` must not be among them
 * @param settings the relay's own
 * @throws SettingsError that lists every problem of the settings; an `Error` if it can't listen or open the queue
 */
export async function startRelay(
  loop: SettingsInput,
  settings: RelaySettingsInput,
  tools: Partial<RelayTools> = {},
): Promise<Relay> {
  const parsed = readRelaySettings(settings);
  const translator = createTranslator(loop, nodeHash);
  refuseUselessSettings(translator);
  const log = createRelayLog(parsed.logLevel, tools.logTo ?? process.stdout);

  const metrics = createRelayMetrics(() => backend.state());
  const observer = new RelayObserver(metrics, log);
  const backend = await Backend.open(parsed, translator.settings, metrics, log);
  const { eventBytes, eventsPerSecond } = parsed.limits;
  const door = await createDoor(parsed, {
    intake: new Intake(translator, backend, eventBytes, observer),
    queue: backend,
    observer,
    metrics,
    loop: translator.settings,
    allowance: eventsPerSecond === undefined ? null : new EventAllowance(eventsPerSecond, () => performance.now()),
    isReady: () => backend.isReady(),
  });
  try {
    await door.listen({ host: parsed.host, port: parsed.port });
  } catch (error) {
    await door.close();
    await backend.close(0);
    throw cantListen(parsed, error);
  }
  const { port } = door.server.address() as AddressInfo;
  const url = `http://${parsed.host.includes(':') ? `[${parsed.host}]` : parsed.host}:${port}`;
  log('info', 'listening', { port });

  let closing: Promise<number | null> | null = null;
  return {
    url,
    endpoint: `${url}/mobile`,
    close() {
      closing ??= close();
      return closing;
    },
  };

  async function close(): Promise<number | null> {
    log('info', 'draining');
    const untilMs = performance.now() + parsed.drainMs;
    // A client that does not finish its request must not keep the relay from stopping.
    const cut = setTimeout(() => {
      door.server.closeAllConnections();
    }, parsed.drainMs);
    await door.close();
    clearTimeout(cut);
    const left = await backend.close(Math.max(0, untilMs - performance.now()));
    log('info', 'stopped', { queued: left });
    return left;
  }
}

/** A relay that could deliver nothing does not start. */
function refuseUselessSettings({ settings }: Translator): void {
  const problems = [];
  const { sourceHash } = settings;
  if (!hasSource({ sourceHash })) problems.push(missingSource(false));
  if (settings.relay !== undefined) {
    problems.push({ path: 'relay', message: 'A relay delivers to Loop, not to another relay. Leave it out.' });
  }
  if (problems.length > 0) throw new SettingsError(problems);
}

function cantListen({ host, port }: RelaySettings, error: unknown): Error {
  return new Error(
    `The relay can't listen on ${host}, port ${port} (${faultCode(error)}). Choose another address or port.`,
  );
}
