import { inEnglish, notForLoop, type Translator } from '@loop-adapters/core';

import type { InputRecord } from '../../input/read-events.js';
import type { Counts } from '../../terminal/counts.js';
import { describeRecord } from '../../input/describe-record.js';
import type { Shipment } from './in-flight.js';

/**
 * Translates what is read and sends what is ready, until the input ends or
 * sending is to stop.
 *
 * @param skip how many places of the input to pass over: those of an earlier run
 * @param run takes each request with its event, and which place of its input that is, from 1
 * @returns `done`: how many places of the input are done with, skipped ones included. To go on later, that many
 *   are skipped. `reachedEnd`: whether there is nothing to go on with
 */
export async function sendEvents(
  records: AsyncIterable<Iterable<InputRecord>>,
  skip: number,
  translator: Translator,
  run: { add(shipment: Shipment, event: unknown, place: number): Promise<void> },
  counts: Counts,
  stop: AbortSignal,
  log: (message: string) => void,
): Promise<{ readonly done: number; readonly reachedEnd: boolean }> {
  let done = 0;
  let input: string | null = null;
  let place = 0;
  for await (const list of records) {
    for (const record of list) {
      if (stop.aborted) return { done, reachedEnd: false };
      if (record.kind === 'unreadable') {
        counts.addFault('unreadable');
        log(describeRecord(record));
        continue;
      }
      done += 1;
      place = record.position.input === input ? place + 1 : 1;
      input = record.position.input;
      if (done <= skip) continue;
      if (record.kind === 'broken') {
        counts.addFault('broken');
        log(describeRecord(record));
        continue;
      }
      const outcome = notForLoop(record.event, inEnglish) ?? translator.translate(record.event, record.known);
      counts.add(outcome);
      if (outcome.status === 'ready') {
        await run.add({ request: outcome.request, from: record.position }, record.event, place);
      }
    }
  }
  return { done, reachedEnd: true };
}
