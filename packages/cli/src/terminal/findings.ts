import type { Colors } from './colors.js';

/** One thing that `doctor` found. */
export interface Finding {
  /** A stable name for programs. */
  readonly check: string;
  /** `wrong` has to be put right, `missing` may be meant so, `unknown` could not be found out. */
  readonly state: 'good' | 'missing' | 'wrong' | 'unknown';
  readonly message: string;
}

/** Findings as a list with a mark each. */
export function formatFindings(findings: readonly Finding[], colors: Colors): string[] {
  const marks = {
    good: colors.green('✓'),
    missing: colors.yellow('-'),
    wrong: colors.red('✗'),
    unknown: colors.yellow('?'),
  };
  return findings.map(({ state, message }) => `${marks[state]} ${message}`);
}
