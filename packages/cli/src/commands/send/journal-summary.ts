import type { JournalResults } from './journal-results.js';
import type { Colors } from '../../terminal/colors.js';
import type { Counts } from '../../terminal/counts.js';
import { faultRows } from '../../terminal/format-counts.js';
import { formatCount } from '../../terminal/layout.js';
import { shellWord } from '../../terminal/shell-word.js';
import { suggest } from '../../terminal/suggest.js';
import { formatSummary } from '../../terminal/summary.js';
import type { TypedFlags } from './send-flags.js';

/** The end of a run of `send --journal`. */
export interface JournalReport {
  readonly counts: Counts;
  readonly results: JournalResults;
  readonly seconds: number;
  /** The journal, as it was given. */
  readonly journal: string;
  /** The inputs, as they were given. */
  readonly paths: readonly string[];
  /** How many events wait in the journal to be sent. */
  readonly waiting: number;
  /** How many dead letters are in the journal, those of earlier runs included. */
  readonly deadLetters: number;
  /** Whether the whole input was read. */
  readonly reachedEnd: boolean;
  /** What was typed: the suggested commands repeat it. */
  readonly typed: TypedFlags;
}

const noParts: ReadonlyMap<string, number> = new Map();

/** Whether something should have been delivered and was not. */
export function isIncomplete({ counts, results, waiting, reachedEnd }: JournalReport): boolean {
  return counts.hasFaults || results.dead > 0 || needsAnotherRun({ results, waiting, reachedEnd });
}

function needsAnotherRun({ results, waiting, reachedEnd }: Pick<JournalReport, 'results' | 'waiting' | 'reachedEnd'>) {
  return results.notTaken > 0 || waiting > 0 || !reachedEnd;
}

/** For people: the counts, then what to do, one line each. */
export function formatJournalSummary(report: JournalReport, width: number, colors: Colors): string[] {
  const { counts, results, seconds, waiting } = report;
  const rows = formatSummary(
    [
      { name: 'read', count: counts.events, parts: noParts, tone: 'neutral' },
      { name: 'in the journal before', count: results.takenBefore, parts: noParts, tone: 'neutral' },
      { name: 'delivered', count: results.delivered, parts: noParts, tone: 'good' },
      ...faultRows(counts),
      { name: 'given up', count: results.dead, parts: results.codes, tone: 'bad' },
      { name: 'not taken', count: results.notTaken, parts: noParts, tone: 'bad' },
      { name: 'still to be sent', count: waiting, parts: noParts, tone: 'bad' },
    ],
    width,
    colors,
  );
  const advice = describeNextSteps(report);
  return [`Sent in ${seconds.toFixed(1)} s`, ...rows, ...(advice.length > 0 ? ['', ...advice] : [])];
}

/** The same for programs. */
export function journalSummaryJson(report: JournalReport): Record<string, unknown> {
  const { counts, results } = report;
  return {
    seconds: Number(report.seconds.toFixed(3)),
    read: counts.events,
    takenBefore: results.takenBefore,
    delivered: results.delivered,
    skipped: counts.skipped,
    invalid: counts.invalid,
    broken: counts.broken,
    unreadable: counts.unreadable,
    givenUp: results.dead,
    notTaken: results.notTaken,
    waiting: report.waiting,
    reasons: Object.fromEntries(counts.reasons),
    problems: Object.fromEntries(counts.problems),
    failures: Object.fromEntries(results.codes),
    journal: report.journal,
    deadLetters: report.deadLetters,
    reachedEnd: report.reachedEnd,
  };
}

function describeNextSteps(report: JournalReport): string[] {
  const { results, deadLetters, journal, paths, typed } = report;
  const file = shellWord(journal);
  return [
    ...(needsAnotherRun(report)
      ? suggest(
          'Go on with the same command and the same input. What is delivered is not sent again:',
          'send',
          paths.map(shellWord),
          [`--journal ${file}`, ...typed.sending],
        )
      : []),
    ...(deadLetters > 0
      ? suggest(`${letters(deadLetters)} kept. See why:`, `dead-letters list --queue ${file}`, [], [])
      : []),
    ...(results.hasRefusedCredentials
      ? suggest('Loop may not know the source hash. Check it:', 'doctor --online', [], typed.settings)
      : []),
  ];
}

function letters(count: number): string {
  return count === 1 ? '1 dead letter is' : `${formatCount(count)} dead letters are`;
}
