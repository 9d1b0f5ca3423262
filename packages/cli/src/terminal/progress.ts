import cliProgress from 'cli-progress';

import type { OutputStream } from './io.js';
import { clip, formatCount } from './layout.js';

/** What is shown of a running job. */
export interface ProgressState {
  /** Events read so far. */
  readonly events: number;
  readonly delivered: number;
  readonly skipped: number;
  readonly invalid: number;
  readonly undelivered: number;
  /** How far the input is read, in bytes. */
  readonly bytes: number;
}

/** Shows how far a long job is: a bar on a terminal, a plain line now and then elsewhere. */
export interface Progress {
  /** Prints a message without disturbing the bar. */
  log(message: string): void;
  /** Takes the bar away. */
  stop(): void;
}

const barPerSecond = 8;
const lineEveryMs = 5_000;
const barWidth = 24;

/**
 * @param read asked for the state whenever it is shown
 * @param totalBytes size of the input; null where it can't be known, and then no share is shown
 * @param now the clock, in milliseconds
 */
export function startProgress(
  stream: OutputStream,
  read: () => ProgressState,
  totalBytes: number | null,
  now: () => number = () => performance.now(),
): Progress {
  const startedAt = now();
  const describe = (): Description => describeProgress(read(), totalBytes, (now() - startedAt) / 1000);
  return stream.isTTY === true ? startBar(stream, describe) : startLines(stream, describe);
}

interface Description {
  /** How much of the input is read, 0 to 1; null where that can't be known. */
  readonly share: number | null;
  readonly text: string;
}

/**
 * A running job in one line.
 *
 * @param seconds since the start
 */
export function describeProgress(state: ProgressState, totalBytes: number | null, seconds: number): Description {
  const rate = seconds > 0 ? Math.round(state.delivered / seconds) : 0;
  const share = totalBytes === null || totalBytes === 0 ? null : Math.min(1, state.bytes / totalBytes);
  const text = [
    ...(share === null ? [] : [`${String(Math.floor(share * 100))} %`]),
    `${formatCount(state.events)} read`,
    `${formatCount(state.delivered)} delivered`,
    `${formatCount(rate)}/s`,
    ...optional(state.skipped, 'skipped'),
    ...optional(state.invalid, 'invalid'),
    ...optional(state.undelivered, 'not delivered'),
  ].join(' · ');
  return { share, text };
}

function optional(count: number, name: string): string[] {
  return count > 0 ? [`${formatCount(count)} ${name}`] : [];
}

function startBar(stream: OutputStream, describe: () => Description): Progress {
  const bars = new cliProgress.MultiBar({
    stream,
    format: (_options, _params, payload: { readonly describe: () => Description }) => {
      const { share, text } = payload.describe();
      return clip(drawBar(share) + text, (stream.columns ?? 80) - 1);
    },
    fps: barPerSecond,
    hideCursor: true,
    clearOnComplete: true,
    emptyOnZero: true,
    forceRedraw: true,
    // The command has handlers of its own, which drain before they end.
    gracefulExit: false,
  });
  bars.create(1, 0, { describe });
  return {
    log: (message) => {
      bars.log(`${message}\n`);
    },
    stop: () => {
      bars.stop();
    },
  };
}

function drawBar(share: number | null): string {
  if (share === null) return '';
  const filled = Math.round(share * barWidth);
  return `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} `;
}

function startLines(stream: OutputStream, describe: () => Description): Progress {
  const timer = setInterval(() => {
    stream.write(`${describe().text}\n`);
  }, lineEveryMs);
  return {
    log: (message) => {
      stream.write(`${message}\n`);
    },
    stop: () => {
      clearInterval(timer);
    },
  };
}
