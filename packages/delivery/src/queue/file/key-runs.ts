/** Keys that follow one another without a gap, the first and the last one included. */
export interface KeyRun {
  readonly first: number;
  readonly last: number;
}

/** Puts keys together into as few runs as there are. Events are acknowledged nearly in their order, so there are few. */
export function keyRuns(keys: readonly number[]): KeyRun[] {
  const runs: { first: number; last: number }[] = [];
  let run: { first: number; last: number } | undefined;
  for (const key of [...keys].sort((a, b) => a - b)) {
    if (run !== undefined && key <= run.last + 1) run.last = key;
    else runs.push((run = { first: key, last: key }));
  }
  return runs;
}
