import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SettingsInput } from '@loop-adapters/core';
import { startSandbox, type Sandbox, type SandboxOptionsInput } from '../src/sandbox/index.js';
import { startRelay, type Relay } from '../src/relay/start-relay.js';
import type { RelaySettingsInput } from '../src/relay/relay-settings.js';

/** A stand-in for Loop and a relay in front of it, with a queue in a folder of its own. */
export interface LoopAndRelay {
  readonly sandbox: Sandbox;
  readonly relay: Relay;
  /** Where the queue is. */
  readonly folder: string;
  /** The log's lines. */
  readonly lines: readonly string[];
  /** Stops both, after everything that was accepted is delivered or has been given up on. */
  close(): Promise<void>;
  /** Parameters of what arrived at the stand-in, once so many requests have. */
  arrived(count: number): Promise<readonly Readonly<Record<string, string>>[]>;
}

/** Nothing takes so long: a test that waits for more has failed. */
const patienceMs = 90_000;

export const writeKey = 'WRITE-KEY';

/** @param settings of the relay, `loop` of the core, `sandbox` of the stand-in: on top of what every test needs */
export async function startLoopAndRelay(
  settings: Partial<RelaySettingsInput> = {},
  loop: Partial<SettingsInput> = {},
  sandboxOptions: SandboxOptionsInput = {},
): Promise<LoopAndRelay> {
  const folder = mkdtempSync(join(tmpdir(), 'loop-relay-'));
  const sandbox = await startSandbox(sandboxOptions);
  const lines: string[] = [];
  const cleanUp = async (): Promise<void> => {
    await sandbox.close();
    rmSync(folder, { recursive: true });
  };
  const relay = await startRelay(
    { sourceHash: 'XYZ123', endpoint: sandbox.endpoint, ...loop },
    { port: 0, writeKeys: [writeKey], queue: { file: join(folder, 'queue.sqlite') }, logLevel: 'trace', ...settings },
    { logTo: { write: (line) => lines.push(line) } },
  ).catch(async (error: unknown) => {
    await cleanUp();
    throw error;
  });
  return {
    sandbox,
    relay,
    folder,
    lines,
    async close() {
      await relay.close();
      await cleanUp();
    },
    async arrived(count) {
      const lastMs = performance.now() + patienceMs;
      while (sandbox.counts().total < count && performance.now() < lastMs) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return sandbox.requests().map(({ params }) => params);
    },
  };
}

/** `Authorization: Basic …` as the SDKs send it. */
export function basic(key: string): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` };
}
