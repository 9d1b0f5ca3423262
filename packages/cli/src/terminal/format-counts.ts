import type { Colors } from './colors.js';
import type { Counts } from './counts.js';
import { formatSummary, type SummaryRow } from './summary.js';

const noParts: ReadonlyMap<string, number> = new Map();

/**
 * The summary of a dry run.
 *
 * @param width of the screen, in characters
 */
export function formatCounts(counts: Counts, width: number, colors: Colors): string[] {
  return formatSummary(
    [
      { name: 'read', count: counts.events, parts: noParts, tone: 'neutral' },
      { name: 'ready', count: counts.ready, parts: noParts, tone: 'good' },
      ...faultRows(counts),
    ],
    width,
    colors,
  );
}

/** The rows of a summary on what is not sent. */
export function faultRows(counts: Counts): SummaryRow[] {
  return [
    { name: 'skipped', count: counts.skipped, parts: counts.reasons, tone: 'warning' },
    { name: 'invalid', count: counts.invalid, parts: counts.problems, tone: 'bad' },
    { name: 'broken in the input', count: counts.broken, parts: noParts, tone: 'bad' },
    { name: 'unreadable inputs', count: counts.unreadable, parts: noParts, tone: 'bad' },
  ];
}
