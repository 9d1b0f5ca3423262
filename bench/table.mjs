/**
 * Prints what the rows measured beside their goals, as a Markdown table.
 *
 * @param results per row: `name`, `against`, `measured` (a number), `unit` (what follows the number, such as ` ms`),
 *   `goal` (`{ atMost }` or `{ atLeast }`), `detail` (the figures behind it)
 */
export function printTable(results) {
  const rows = results.map(({ name, against, measured, unit, goal, detail }) => [
    name,
    against ?? '',
    `${round(measured)}${unit}`,
    goal.atMost === undefined ? `at least ${goal.atLeast}${unit}` : `at most ${goal.atMost}${unit}`,
    isMet(measured, goal) ? 'met' : 'MISSED',
    detail,
  ]);
  const lines = [['what', 'measured against', 'measured', 'goal', '', 'figures'], ...rows];
  const widths = lines[0].map((_, column) => Math.max(3, ...lines.map((line) => line[column].length)));
  const [head, ...body] = lines.map((line) => `| ${line.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`);
  console.log([head, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body].join('\n'));
}

function isMet(measured, { atMost = Infinity, atLeast = -Infinity }) {
  return measured <= atMost && measured >= atLeast;
}

/** Three digits are what a benchmark knows. */
function round(number) {
  return Number(number.toPrecision(3)).toString();
}
