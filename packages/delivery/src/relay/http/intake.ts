import { withoutSourceHash, type Note, type Problem, type Reason, type Translator } from '@loop-adapters/core';
import { readMessageId } from '../../queue/message-id.js';
import type { Queue, QueueEvent } from '../../queue/queue.js';
import type { RelayObserver } from '../watch/relay-observer.js';

/** An event that is not sent, by its place in what was sent. The first one has the index 0. */
export interface SkippedEvent extends Omit<Reason, 'code'> {
  readonly index: number;
  readonly code: Reason['code'];
}

/** An event that can't be sent, and everything that is wrong with it. */
export interface InvalidEvent {
  readonly index: number;
  readonly problems: readonly (Problem | SizeProblem)[];
}

interface SizeProblem {
  readonly code: 'event_too_large';
  readonly parameter: null;
  readonly source: null;
  readonly message: string;
}

/** What became of the events of one request. */
export interface Taken {
  /** How many are kept and will be delivered, those of an earlier request included. */
  readonly accepted: number;
  /** How many of the accepted had come before. They are sent once. */
  readonly duplicates: number;
  readonly skipped: readonly SkippedEvent[];
  readonly invalid: readonly InvalidEvent[];
}

/** Translates the events of a request and keeps those that are ready. */
export class Intake {
  readonly #translator: Translator;
  readonly #queue: Pick<Queue, 'add'>;
  readonly #maxEventBytes: number;
  readonly #observer: RelayObserver;

  constructor(translator: Translator, queue: Pick<Queue, 'add'>, maxEventBytes: number, observer: RelayObserver) {
    this.#translator = translator;
    this.#queue = queue;
    this.#maxEventBytes = maxEventBytes;
    this.#observer = observer;
  }

  /**
   * @param events what came in, of any form
   * @param totalBytes how long all of them are together: no event is measured that can't be too large
   * @param ip the address that an event without one gets; null if the relay knows none
   * @returns when every event that can be kept is
   * @throws QueueError if they can't be kept. None of them counts as taken then
   */
  async take(events: readonly unknown[], totalBytes: number, ip: string | null): Promise<Taken> {
    const known = ip === null ? {} : { ip };
    const ready: QueueEvent[] = [];
    const skipped: SkippedEvent[] = [];
    const invalid: InvalidEvent[] = [];
    const notes: Note[] = [];
    for (const [index, event] of events.entries()) {
      if (totalBytes > this.#maxEventBytes && bytesOf(event) > this.#maxEventBytes) {
        invalid.push({ index, problems: [this.#tooLarge()] });
        continue;
      }
      const outcome = this.#translator.translate(event, known);
      notes.push(...outcome.notes);
      switch (outcome.status) {
        case 'ready':
          // It is put in again when the request goes out, so that it is never on disk.
          ready.push({ params: withoutSourceHash(outcome.request.params), id: messageIdOf(event) });
          break;
        case 'skipped':
          skipped.push({ index, ...outcome.reason });
          break;
        case 'invalid':
          invalid.push({ index, problems: outcome.problems });
      }
    }
    const { duplicates } = ready.length === 0 ? noneAdded : await this.#queue.add(ready);
    const taken = { accepted: ready.length, duplicates, skipped, invalid };
    this.#observer.taken(taken, notes);
    return taken;
  }

  #tooLarge(): SizeProblem {
    const message = `The event is longer than ${this.#maxEventBytes} bytes. Send fewer or shorter properties.`;
    return { code: 'event_too_large', parameter: null, source: null, message };
  }
}

const noneAdded = { duplicates: 0 };

function messageIdOf(event: unknown): string | null {
  return readMessageId((event as { readonly messageId?: unknown } | null)?.messageId);
}

function bytesOf(event: unknown): number {
  try {
    return Buffer.byteLength(JSON.stringify(event));
  } catch {
    // Nested deeper than the engine can write.
    return Number.POSITIVE_INFINITY;
  }
}
