import type { LoopRequest } from '@loop-adapters/core';
import type { Sender, SendResult } from '@loop-adapters/delivery';

import type { Position } from '../../input/read-events.js';
import type { Interruption } from '../../terminal/interruption.js';

/** A request, and the event that it came from. */
export interface Shipment {
  readonly request: LoopRequest;
  readonly from: Position;
}

/**
 * The requests that were handed to the sender and have no result yet. There are
 * never more than `limit`: that is what keeps the memory flat however fast the
 * file is read and however slow Loop answers.
 */
export class InFlight {
  private readonly open = new Set<Shipment>();
  private wake: (() => void) | null = null;

  /**
   * @param limit the most requests at once; somewhat more than the sender's concurrency, so that it never waits
   * @param interruption ends the waiting
   * @param settle told of every result, as it comes
   */
  constructor(
    private readonly sender: Sender,
    private readonly limit: number,
    private readonly interruption: Pick<Interruption, 'stop' | 'halt'>,
    private readonly settle: (shipment: Shipment, result: SendResult) => void,
  ) {
    interruption.halt.addEventListener('abort', () => this.wake?.());
  }

  /** What has no result yet. */
  get shipments(): ReadonlySet<Shipment> {
    return this.open;
  }

  /** Hands a request to the sender; resolves when there is room for the next one, or at once when halted. */
  async add(shipment: Shipment): Promise<void> {
    this.open.add(shipment);
    void this.carry(shipment);
    while (this.open.size >= this.limit && !this.isHalted) await this.nextResult();
  }

  /** Resolves when everything has a result, or at once when halted. */
  async drain(): Promise<void> {
    while (this.open.size > 0 && !this.isHalted) await this.nextResult();
  }

  private get isHalted(): boolean {
    return this.interruption.halt.aborted;
  }

  private async carry(shipment: Shipment): Promise<void> {
    const result = await this.sender.send(shipment.request, { signal: this.interruption.stop });
    // Halted, whoever asked has taken the open ones over.
    if (this.isHalted) return;
    this.open.delete(shipment);
    this.settle(shipment, result);
    this.wake?.();
  }

  private async nextResult(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.wake = resolve;
    });
    this.wake = null;
  }
}
