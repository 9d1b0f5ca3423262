/** A run of digits in a text. */
export interface DigitGroup {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** What stands between this run and the one before it, if that can be inside a number; null if it can't. */
  readonly separator: string | null;
}

/** Between the groups of one number: a few marks, no letters. */
const separator = /^[\s.\-_/·|,:()]{1,4}$/;

/** The runs of digits of a text, in order. */
export function digitGroups(text: string): DigitGroup[] {
  const groups: DigitGroup[] = [];
  const runs = /\d+/g;
  let end = 0;
  for (let found = runs.exec(text); found !== null; found = runs.exec(text)) {
    const start = found.index;
    const between = start - end <= 4 ? text.slice(end, start) : '';
    const isJoined = groups.length > 0 && separator.test(between);
    end = start + found[0].length;
    groups.push({ digits: found[0], start, end, separator: isJoined ? between : null });
  }
  return groups;
}
