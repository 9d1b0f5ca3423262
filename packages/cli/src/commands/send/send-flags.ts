import { SettingsError } from '@loop-adapters/core';
import { createSender, type Sender, type SenderSettingsInput } from '@loop-adapters/delivery';

import type { FlagValues } from '../../settings/load-settings.js';
import { repeatedFlags } from '../../settings/repeated-flags.js';
import { flagError, readCountFlag, readNumberFlag } from '../../settings/number-flag.js';
import { UsageError } from '../../terminal/usage-error.js';

/** The flags of `send` that are no settings of the translator. */
export interface SendFlags {
  /** The dead-letter file to send again; null to send events. */
  readonly retry: string | null;
  /** The journal to send through; null to send without one. */
  readonly journal: string | null;
  /** Where dead letters go; null for a file of the run's own. */
  readonly deadLetters: string | null;
  /** How many places of the input to pass over. */
  readonly skip: number;
  readonly json: boolean;
  readonly concurrency: number;
  readonly sender: SenderSettingsInput;
  /** What was typed, for the commands that are suggested. */
  readonly typed: TypedFlags;
}

/** Flags as they were typed, for a suggested command. */
export interface TypedFlags {
  /** For a command that looks: the settings. */
  readonly settings: readonly string[];
  /** For a command that sends: the settings and the pace. */
  readonly sending: readonly string[];
  /** For one that goes on: where the dead letters go, too. */
  readonly goingOn: readonly string[];
}

/** The flags of `send` that a second run of it needs too. */
const paceFlags = ['--rate <number>', '--concurrency <number>', '--attempts <number>', '--timeout <ms>'] as const;

const defaultConcurrency = 32;

/** @throws UsageError if a flag has not the right form, or two don't go together */
export function readSendFlags(flags: FlagValues, paths: readonly string[]): SendFlags {
  const retry = text(flags['retry']);
  const deadLetters = text(flags['deadLetters']);
  const skip = readCountFlag('--skip', flags['skip'], 0);
  if (retry !== null && (paths.length > 0 || deadLetters !== null || skip !== undefined)) {
    throw new UsageError(
      '--retry FILE stands alone: what is in FILE is sent, and what does not get through stays in FILE. ' +
        'Leave out --dead-letters, --skip and other files.',
    );
  }
  const journal = text(flags['journal']);
  if (
    journal !== null &&
    [retry, deadLetters, skip, flags['attempts']].some((given) => given !== null && given !== undefined)
  ) {
    throw new UsageError(
      '--journal keeps by itself what does not get through, goes on by itself, and tries until Loop answers. ' +
        'Leave out --retry, --dead-letters, --skip and --attempts.',
    );
  }
  const concurrency = readNumberFlag(flags['concurrency']) ?? defaultConcurrency;
  const timeoutMs = readNumberFlag(flags['timeout']);
  const attempts = readNumberFlag(flags['attempts']);
  const maxRequestsPerSecond = readNumberFlag(flags['rate']);
  return {
    retry,
    journal,
    deadLetters,
    skip: skip ?? 0,
    json: flags['json'] === true,
    concurrency,
    typed: {
      settings: repeatedFlags(flags),
      sending: repeatedFlags(flags, paceFlags),
      goingOn: repeatedFlags(flags, [...paceFlags, '--dead-letters <file>']),
    },
    sender: {
      concurrency,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
      ...(attempts === undefined ? {} : { retry: { attempts } }),
      ...(maxRequestsPerSecond === undefined ? {} : { maxRequestsPerSecond }),
    },
  };
}

const flagOfSetting: ReadonlyMap<string, string> = new Map([
  ['concurrency', '--concurrency'],
  ['timeoutMs', '--timeout'],
  ['retry.attempts', '--attempts'],
  ['maxRequestsPerSecond', '--rate'],
]);

/** @throws UsageError that names the flags that are wrong */
export function createCliSender(settings: SenderSettingsInput): Sender {
  try {
    return createSender(settings);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    throw flagError(error, flagOfSetting);
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
