import type { SendReport } from './send-report.js';
import type { Colors } from '../../terminal/colors.js';
import { faultRows } from '../../terminal/format-counts.js';
import { formatCount } from '../../terminal/layout.js';
import { suggest } from '../../terminal/suggest.js';
import { shellWord } from '../../terminal/shell-word.js';
import { formatSummary } from '../../terminal/summary.js';

const noParts: ReadonlyMap<string, number> = new Map();

/** The end of a run of `send`, for people: the counts, then what to do, one line each. */
export function formatSendSummary(report: SendReport, width: number, colors: Colors): string[] {
  const { counts, results, seconds } = report;
  const rows = formatSummary(
    [
      { name: 'read', count: counts.events, parts: noParts, tone: 'neutral' },
      { name: 'delivered', count: results.delivered, parts: noParts, tone: 'good' },
      ...faultRows(counts),
      { name: 'not delivered', count: results.undelivered, parts: results.codes, tone: 'bad' },
      { name: 'not reached', count: results.unreached, parts: noParts, tone: 'bad' },
    ],
    width,
    colors,
  );
  const advice = describeNextSteps(report);
  return [`Sent in ${seconds.toFixed(1)} s`, ...rows, ...(advice.length > 0 ? ['', ...advice] : [])];
}

/** The same for programs. */
export function sendSummaryJson(report: SendReport): Record<string, unknown> {
  const { counts, results } = report;
  return {
    seconds: Number(report.seconds.toFixed(3)),
    read: counts.events,
    delivered: results.delivered,
    skipped: counts.skipped,
    invalid: counts.invalid,
    broken: counts.broken,
    unreadable: counts.unreadable,
    notDelivered: results.undelivered,
    notReached: results.unreached,
    reasons: Object.fromEntries(counts.reasons),
    problems: Object.fromEntries(counts.problems),
    failures: Object.fromEntries(results.codes),
    deadLetters: report.deadLetters,
    skipToGoOn: report.goOn,
    lost: results.lost,
  };
}

function describeNextSteps(report: SendReport): string[] {
  const { counts, results, goOn, retried, typed } = report;
  return [
    ...describeLost(report),
    ...describeDeadLetters(report),
    ...(retried !== null && report.deadLetters === null
      ? [`Everything in ${retried} is delivered, so it was removed.`]
      : []),
    ...(goOn === null ? [] : describeGoOn(report, goOn)),
    ...(counts.invalid > 0
      ? suggest('Why events are invalid:', 'explain --only invalid', describeInput(report), typed.settings)
      : []),
    ...(results.hasRefusedCredentials
      ? suggest('Loop may not know the source hash. Check it:', 'doctor --online', [], typed.settings)
      : []),
  ];
}

/** The command's own files, as long as they fit into a line. */
function describeInput({ paths }: SendReport): readonly string[] {
  const named = paths.filter((given) => given !== '-').map(shellWord);
  return named.length === 0 || named.join(' ').length > 60 ? ['FILE'] : named;
}

function describeLost({ results, retried }: SendReport): string[] {
  if (results.lost.length === 0) return [];
  if (retried !== null) {
    return [
      `${retried} was left as it is, because what is left of it could not be written. It still holds ` +
        `${formatCount(results.delivered)} that are delivered now: sent again, they count twice.`,
    ];
  }
  const places = results.lost.map(({ input, line }) => `${input}:${String(line)}`);
  return [
    `${formatCount(places.length)} not delivered and not kept, because the dead-letter file can't be written. They stand at`,
    ...places.map((place) => `  ${place}`),
  ];
}

function describeDeadLetters({ results, deadLetters, retried, typed }: SendReport): string[] {
  const wasLeftAlone = retried !== null && results.lost.length > 0;
  if (deadLetters === null || wasLeftAlone) return [];
  const count = results.kept + results.unreached;
  const what = `${formatCount(count)} not delivered: kept in ${deadLetters}. Send again:`;
  return suggest(what, `send --retry ${shellWord(deadLetters)}`, [], typed.sending);
}

function describeGoOn({ paths, typed }: SendReport, skip: number): string[] {
  const isPiped = paths.length === 0 || paths.includes('-');
  const what = `Stopped after ${formatCount(skip)} events of the input. Go on${isPiped ? ' with the same pipe' : ''}:`;
  return suggest(what, 'send', paths.map(shellWord), [...typed.goingOn, `--skip ${String(skip)}`]);
}
