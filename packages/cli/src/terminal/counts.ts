import type { Outcome } from '@loop-adapters/core';

/** What became of the events so far. */
export class Counts {
  /** Events that were read, whatever became of them. */
  events = 0;
  ready = 0;
  skipped = 0;
  invalid = 0;
  /** Places in the input where there should have been an event. */
  broken = 0;
  /** Inputs, or what was left of them, that can't be read. */
  unreadable = 0;
  /** How often each reason and problem occurred. One event can have several problems. */
  readonly reasons = new Map<string, number>();
  readonly problems = new Map<string, number>();

  add(outcome: Outcome): void {
    this.events += 1;
    this[outcome.status] += 1;
    if (outcome.status === 'skipped') increase(this.reasons, outcome.reason.code);
    if (outcome.status === 'invalid') {
      for (const code of new Set(outcome.problems.map((problem) => problem.code))) increase(this.problems, code);
    }
  }

  addFault(kind: 'broken' | 'unreadable'): void {
    this[kind] += 1;
  }

  /** Whether something that should be delivered was not ready for it. */
  get hasFaults(): boolean {
    return this.invalid > 0 || this.broken > 0 || this.unreadable > 0;
  }
}

/** Counts one more under a name. */
export function increase(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
