import { inEnglish, notForLoop, withoutSourceHash, type Outcome, type Translator } from '@loop-adapters/core';
import { writeKeyParam } from '../../sender/delivery-sources.js';
import { readMessageId } from '../../queue/message-id.js';
import type { Queue, QueueEvent } from '../../queue/queue.js';
import type { Charge } from './admission.js';
import { Refusal } from './refusal.js';
import type { RequestEvents } from './request-events.js';
import { Tally } from './tally.js';
import { unitsPerEvent, type Turns } from './turns.js';

/** The events of one request, and what is known of them besides. */
export interface EventRequest extends RequestEvents {
  /** How long all of them are together, as JSON: no event is measured that can't be too large. */
  readonly bytes: number;
  /** The address that an event without one gets; null if the relay knows none. */
  readonly ip: string | null;
  readonly translator: Translator;
  /** The write key that the events are kept under; null for those of the common Loop sources. */
  readonly writeKey: string | null;
  /** Takes the events out of the rate limits. @throws Refusal */
  readonly charge: (events: number) => Charge;
}

/** What is received at most, and where it goes. */
export interface ReceiverTools {
  readonly limits: { readonly eventBytes: number; readonly contextBytes: number };
  readonly queue: Pick<Queue, 'add'>;
  readonly turns: Turns;
  /** Told of each person whose event got the address of the connection. */
  readonly onAddressGiven: (ip: string, uid: string) => void;
}

/** Translates the events of requests and keeps those that are ready. */
export class EventReceiver {
  readonly #tools: ReceiverTools;

  constructor(tools: ReceiverTools) {
    this.#tools = tools;
  }

  /**
   * @returns when every event that can be kept is
   * @throws Refusal if the request is too much; QueueError if the events can't be kept. None counts as taken then
   */
  async receive(request: EventRequest): Promise<Tally> {
    const { events, context, charge } = request;
    const contextBytes = context === null ? 0 : bytesOf(context);
    if (contextBytes * events.length > this.#tools.limits.contextBytes) throw new Refusal('context_too_large');
    const charged = charge(events.length);
    let accepted = 0;
    try {
      const tally = await this.#keep(request, contextBytes);
      ({ accepted } = tally.counts());
      return tally;
    } finally {
      charged.settle(accepted);
    }
  }

  async #keep(
    { events, context, integrations, bytes, ip, translator, writeKey }: EventRequest,
    contextBytes: number,
  ): Promise<Tally> {
    const { limits, turns, queue } = this.#tools;
    const known = { ...(ip === null ? {} : { ip }), ...(context === null ? {} : { context }) };
    const mayBeTooLarge = bytes + contextBytes > limits.eventBytes;
    const meanBytes = bytes / Math.max(1, events.length);
    const tally = new Tally();
    const ready: QueueEvent[] = [];
    const readyAt: number[] = [];
    for (const [index, event] of events.entries()) {
      const eventBytes = contextBytes + (mayBeTooLarge ? bytesOf(event) : meanBytes);
      const isTooLarge = eventBytes > limits.eventBytes;
      const turn = turns.take(unitsPerEvent + (isTooLarge ? meanBytes : eventBytes));
      if (turn !== null) await turn;
      if (isTooLarge) {
        tally.tooLarge(index, limits.eventBytes);
        continue;
      }
      const no = notForLoop(hasOwn(event, 'integrations') ? event : { integrations }, inEnglish);
      const outcome = no ?? translator.translate(event, known);
      this.#count(tally, index, outcome);
      if (outcome.status !== 'ready') continue;
      // The source hash is put in when the event goes out, so that it is never on disk.
      const params = underWriteKey(withoutSourceHash(outcome.request.params), writeKey);
      if (ip !== null && params['ip'] === ip) this.#tools.onAddressGiven(ip, params['uid'] ?? '');
      ready.push({ params, id: messageIdOf(event) });
      readyAt.push(index);
    }
    if (ready.length > 0) {
      const { each } = await queue.add(ready);
      for (const [at, added] of each.entries()) tally.kept(readyAt[at] ?? 0, added);
    }
    return tally;
  }

  #count(tally: Tally, index: number, outcome: Outcome): void {
    tally.notes(index, outcome.notes);
    if (outcome.status === 'skipped') tally.skipped(index, outcome.reason);
    else if (outcome.status === 'invalid') tally.invalid(index, outcome.problems);
  }
}

/** Keeps with an event whose source hash it will get, where an app has its own. */
export function underWriteKey(
  params: Readonly<Record<string, string>>,
  writeKey: string | null,
): Readonly<Record<string, string>> {
  return writeKey === null ? params : { [writeKeyParam]: writeKey, ...params };
}

function hasOwn(event: unknown, key: string): boolean {
  return typeof event === 'object' && event !== null && Object.hasOwn(event, key);
}

function messageIdOf(event: unknown): string | null {
  return readMessageId((event as { readonly messageId?: unknown } | null)?.messageId);
}

function bytesOf(value: unknown): number {
  try {
    return Buffer.byteLength(JSON.stringify(value));
  } catch {
    // Nested deeper than the engine can write.
    return Number.POSITIVE_INFINITY;
  }
}
