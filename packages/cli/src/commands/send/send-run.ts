import type { Sender, SendResult } from '@loop-adapters/delivery';

import type { DeadLetter } from '../dead-letters/dead-letter.js';
import { withoutSourceHash } from '@loop-adapters/core';
import { DeadLetterFileError, type DeadLetterFile } from '../dead-letters/dead-letter-file.js';
import { InFlight, type Shipment } from './in-flight.js';
import type { Interruption } from '../../terminal/interruption.js';
import { SendResults, statusOf } from './send-results.js';

const haltedMessage =
  'Sending was ended before an answer came, so Loop may or may not have the event. Send it again if a duplicate is better than a loss.';

/**
 * One run of sending: hands requests to the sender, and keeps what does not get
 * through. If it can't be kept (a full disk), the run stops: to send on would
 * mean to lose events.
 */
export class SendRun {
  readonly results = new SendResults();
  private readonly inFlight: InFlight;

  /**
   * @param limit the most requests with the sender at once
   * @param log prints a message to the user
   */
  constructor(
    sender: Sender,
    limit: number,
    private readonly letters: DeadLetterFile,
    private readonly interruption: Interruption,
    private readonly log: (message: string) => void,
  ) {
    this.inFlight = new InFlight(sender, limit, interruption, (shipment, result) => {
      this.settle(shipment, result);
    });
  }

  /** Sends a request; resolves when there is room for the next one. */
  async add(shipment: Shipment): Promise<void> {
    await this.inFlight.add(shipment);
  }

  /** Resolves when every request has a result and what did not get through is kept. */
  async drain(): Promise<void> {
    await this.inFlight.drain();
    for (const { request, from } of this.inFlight.shipments) {
      const reason = { code: 'aborted', status: null, message: haltedMessage };
      this.keep({ at: now(), reason, from, params: withoutSourceHash(request.params) });
    }
  }

  /** Keeps a request that did not get through. */
  keep(letter: DeadLetter): void {
    this.results.addFailure(letter.reason.code, letter.reason.status);
    if (this.append(letter)) this.results.kept += 1;
  }

  /** Keeps a dead letter that was not taken up, as it is. */
  putBack(letter: DeadLetter): void {
    if (this.append(letter)) this.results.unreached += 1;
  }

  private append(letter: DeadLetter): boolean {
    try {
      this.letters.append(letter);
      return true;
    } catch (error) {
      if (!(error instanceof DeadLetterFileError)) throw error;
      this.results.lost.push(letter.from);
      if (this.results.lost.length === 1) this.log(`${error.message} Sending stops.`);
      this.interruption.request();
      return false;
    }
  }

  private settle({ request, from }: Shipment, result: SendResult): void {
    if (result.status === 'delivered') {
      this.results.delivered += 1;
      return;
    }
    const reason = { code: result.code, status: statusOf(result), message: result.message };
    this.keep({ at: now(), reason, from, params: withoutSourceHash(request.params) });
  }
}

function now(): string {
  return new Date().toISOString();
}
