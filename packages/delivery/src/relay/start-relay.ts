import type { AddressInfo } from 'node:net';
import type { SettingsInput } from '@loop-adapters/core';
import type { FastifyInstance } from 'fastify';
import { systemClock } from '../sender/clock.js';
import { readAppSources } from './app-sources.js';
import { Admission } from './http/admission.js';
import { HeldBytes } from './http/held-bytes.js';
import { createPublicServer } from './http/public-server.js';
import { EventReceiver } from './http/receive-events.js';
import { Turns } from './http/turns.js';
import { WorkLine } from './http/work-line.js';
import { Outbox } from './outbox.js';
import { readRelaySettings, type RelaySettingsInput } from './relay-settings.js';
import { AddressWatch } from './watch/address-watch.js';
import { createAdminServer } from './watch/admin-server.js';
import { createRelayLog, faultCode } from './watch/relay-log.js';
import { createRelayMetrics } from './watch/relay-metrics.js';
import { RelayObserver } from './watch/relay-observer.js';

/** A running relay. */
export interface Relay {
  /** Where it listens, such as `http://127.0.0.1:8787`. */
  readonly url: string;
  /** Where its administration listens, such as `http://127.0.0.1:8788`: `/metrics` is there. */
  readonly adminUrl: string;
  /** `url` and `/mobile`: what goes into the setting `relay` of an app, with the write key before `/mobile`. */
  readonly endpoint: string;
  /**
   * Takes the settings of the translation, the write keys and the source hashes anew, without a pause: for the next
   * request and the next delivery. Everything else in `settings` needs a new start.
   *
   * @throws SettingsError that lists every problem. The old ones stay then
   */
  reload(loop: SettingsInput, settings: RelaySettingsInput): void;
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
  let sources = readAppSources(loop, parsed);
  const log = createRelayLog(parsed.logLevel, tools.logTo ?? process.stdout);

  const metrics = createRelayMetrics(() => outbox.state());
  const observer = new RelayObserver(metrics, log, systemClock);
  const addresses = new AddressWatch(() => {
    observer.oneAddressForMany();
  });
  const outbox = await Outbox.open(parsed, { ...sources.hashes, endpoint: sources.endpoint }, metrics, log);
  const turns = new Turns();
  const publicServer = await createPublicServer({
    settings: parsed,
    admission: new Admission(
      parsed,
      () => sources,
      () => performance.now(),
    ),
    receiver: new EventReceiver({
      limits: parsed.limits,
      queue: outbox,
      turns,
      onAddressGiven: (ip, uid) => {
        addresses.given(ip, uid);
      },
    }),
    observer,
    held: new HeldBytes(parsed.limits.heldBytes),
    turns,
    workLine: new WorkLine(maxBytesInWork),
    queue: outbox,
    isReady: () => outbox.isReady(),
  });
  const adminServer = createAdminServer(metrics);

  const { host, adminHost } = parsed;
  const adminPort = parsed.adminPort ?? (parsed.port === 0 ? 0 : parsed.port + 1);
  try {
    await listen(publicServer, host, parsed.port, 'port');
    await listen(adminServer, adminHost, adminPort, 'adminPort');
  } catch (error) {
    await Promise.all([publicServer.close(), adminServer.close()]);
    await outbox.close(0);
    throw error;
  }
  const url = urlOf(publicServer, host);
  log('info', 'listening', { port: portOf(publicServer), adminPort: portOf(adminServer) });

  let closing: Promise<number | null> | null = null;
  return {
    url,
    adminUrl: urlOf(adminServer, adminHost),
    endpoint: `${url}/mobile`,
    reload(newLoop, newSettings) {
      try {
        const reread = readAppSources(newLoop, readRelaySettings(newSettings));
        sources = reread;
        outbox.useSources(reread.hashes);
        log('info', 'settings read again');
      } catch (error) {
        log('error', 'settings not read again');
        throw error;
      }
    },
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
      publicServer.server.closeAllConnections();
    }, parsed.drainMs);
    await publicServer.close();
    clearTimeout(cut);
    const left = await outbox.close(Math.max(0, untilMs - performance.now()));
    await adminServer.close();
    observer.close();
    log('info', 'stopped', { queued: left });
    return left;
  }
}

/** Most bytes of bodies that are parsed and translated at once. */
const maxBytesInWork = 4_000_000;

/** @throws Error that says which setting to change */
async function listen(server: FastifyInstance, host: string, port: number, setting: string): Promise<void> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    throw new Error(
      `The relay can't listen on ${host}, port ${port} (${faultCode(error)}). Choose another address or port ("${setting}").`,
      { cause: error },
    );
  }
}

function portOf(server: FastifyInstance): number {
  return (server.server.address() as AddressInfo).port;
}

function urlOf(server: FastifyInstance, host: string): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${portOf(server)}`;
}
