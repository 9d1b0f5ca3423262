import path from 'node:path';

import type { Shipment } from './in-flight.js';

/**
 * Names the events of an input by where they stand and what they are, so that a second run knows those that a first
 * one took. A changed event is another one, and so is the same event in another file.
 */
export class JournalIds {
  /** @param directory where relative paths start: the same file has the same name from wherever it is sent */
  constructor(private readonly directory: string) {}

  /** @param place which one it is in its input, whatever becomes of those before it */
  of({ request, from }: Shipment, event: unknown, place: number): string {
    const input = path.resolve(this.directory, from.input);
    try {
      return JSON.stringify([input, place, event]);
    } catch {
      // Nested deeper than the engine can write. What Loop would get of it says enough.
      return JSON.stringify([input, place, request.params]);
    }
  }
}
