import path from 'node:path';

import type { Position } from '../input/read-events.js';

/**
 * Names the events of an input by where they stand and what they are, so that a second run knows those that a first
 * one took. A changed event is another one, and so is the same event in another file.
 */
export class JournalIds {
  private input: string | null = null;
  private place = 0;

  /** @param directory where relative paths start: the same file has the same name from wherever it is sent */
  constructor(private readonly directory: string) {}

  /** Must be asked for each event of the input, in order. */
  next(position: Position, event: unknown): string {
    if (position.input !== this.input) {
      this.input = position.input;
      this.place = 0;
    }
    this.place += 1;
    return JSON.stringify([path.resolve(this.directory, position.input), this.place, event]);
  }
}
