import { formatCount, pad } from './layout.js';
import type { Colors } from './colors.js';

/** One line of a summary: a name, a number, and what it is made of. */
export interface SummaryRow {
  readonly name: string;
  readonly count: number;
  readonly parts: ReadonlyMap<string, number>;
  readonly tone: 'good' | 'neutral' | 'warning' | 'bad';
}

/**
 * Lays out counts as a small table. A row with nothing in it is left out, but
 * for the good ones: that nothing was delivered is worth a line.
 */
export function formatSummary(rows: readonly SummaryRow[], colors: Colors): string[] {
  const shown = rows.filter((row) => row.count > 0 || row.tone === 'good');
  const nameWidth = Math.max(...shown.map((row) => row.name.length));
  const countWidth = Math.max(...shown.map((row) => formatCount(row.count).length));
  return shown.map((row) => {
    const count = toned(row, colors)(formatCount(row.count).padStart(countWidth));
    const parts = [...row.parts].sort(([, a], [, b]) => b - a).map(([code, found]) => `${code} ${formatCount(found)}`);
    return `  ${pad(row.name, nameWidth)}  ${count}  ${colors.dim(parts.join(' · '))}`.trimEnd();
  });
}

function toned(row: SummaryRow, colors: Colors): (text: string) => string {
  if (row.count === 0 || row.tone === 'neutral') return (text) => text;
  return { good: colors.green, warning: colors.yellow, bad: colors.red }[row.tone];
}
