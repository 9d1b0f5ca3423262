import type { ContractProblem } from '@loop-adapters/core';

/** What the stand-in answered. */
export interface SandboxAnswer {
  /** The status that the client got to see; null if the connection ended without one. */
  readonly status: number | null;
  /** What is wrong with the request by Loop's public contract; empty if nothing is. */
  readonly problems: readonly SandboxProblem[];
  /** The fault that was made on purpose: `fail`, `throttle`, or a kind of the fault script; null if none. */
  readonly fault: string | null;
}

/** A problem of the contract, or one that only the stand-in can see. */
export type SandboxProblem =
  | ContractProblem
  | {
      readonly code: 'repeated_parameter' | 'unknown_source_hash';
      readonly parameter: string;
      readonly message: string;
    };

/** A request to `/mobile`, its source hash masked. */
export interface SandboxRequest {
  /** The first request has 1. */
  readonly n: number;
  /** When it came, in milliseconds since 1970. */
  readonly receivedAtMs: number;
  /** Path and query as they came. */
  readonly url: string;
  /** The query's parameters, decoded, in order. */
  readonly params: Readonly<Record<string, string>>;
}

/** A request with what was answered. */
export interface Arrival extends SandboxRequest {
  readonly answer: SandboxAnswer;
}

/** Keeps the newest arrivals and counts them all, so that memory stays bounded however long the stand-in runs. */
export class Arrivals {
  readonly #keep: number;
  #kept: Arrival[] = [];
  #total = 0;
  #accepted = 0;

  constructor(keep: number) {
    this.#keep = keep;
  }

  add(arrival: Arrival): void {
    this.#total++;
    const { status } = arrival.answer;
    if (status !== null && status >= 200 && status < 300) this.#accepted++;
    this.#kept.push(arrival);
    // Cut rarely, not with every request.
    if (this.#kept.length >= 2 * this.#keep) this.#kept = this.list();
  }

  clear(): void {
    this.#kept = [];
    this.#total = 0;
    this.#accepted = 0;
  }

  /** The newest arrivals, oldest first. */
  list(): Arrival[] {
    return this.#kept.slice(-this.#keep);
  }

  counts(): { total: number; accepted: number } {
    return { total: this.#total, accepted: this.#accepted };
  }
}
