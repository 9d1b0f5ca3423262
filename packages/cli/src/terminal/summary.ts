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
 *
 * @param width of the screen, in characters
 */
export function formatSummary(rows: readonly SummaryRow[], width: number, colors: Colors): string[] {
  const shown = rows.filter((row) => row.count > 0 || row.tone === 'good');
  const nameWidth = Math.max(...shown.map((row) => row.name.length));
  const countWidth = Math.max(...shown.map((row) => formatCount(row.count).length));
  return shown.flatMap((row) => {
    const count = toned(row, colors)(formatCount(row.count).padStart(countWidth));
    const offset = nameWidth + countWidth + 6;
    const [first = '', ...rest] = joinParts(row.parts, width - offset);
    return [
      `  ${pad(row.name, nameWidth)}  ${count}${first === '' ? '' : `  ${colors.dim(first)}`}`,
      ...rest.map((line) => ' '.repeat(offset) + colors.dim(line)),
    ];
  });
}

const separator = ' · ';

/** The parts, the largest first and equal ones by name, in lines that end between two of them. */
function joinParts(parts: ReadonlyMap<string, number>, width: number): string[] {
  const lines: string[] = [];
  const sorted = [...parts].sort(([a, first], [b, second]) => second - first || a.localeCompare(b, 'en'));
  for (const [code, found] of sorted) {
    const part = `${code} ${formatCount(found)}`;
    const longer = `${lines.at(-1) ?? ''}${separator}${part}`;
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

function toned(row: SummaryRow, colors: Colors): (text: string) => string {
  if (row.count === 0 || row.tone === 'neutral') return (text) => text;
  return { good: colors.green, warning: colors.yellow, bad: colors.red }[row.tone];
}
