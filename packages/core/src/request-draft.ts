import { encodeValue } from './request.js';
import { wellFormed } from './well-formed.js';

/** A request that is being written: each parameter once, in the order of the wire. */
export class RequestDraft {
  readonly params: Record<string, string> = {};
  /** The URL so far. */
  url: string;
  /** How many parameters stay whatever the URL budget says; those after them are properties. */
  fixedCount = 0;
  private count = 0;

  constructor(readonly endpoint: string) {
    this.url = endpoint;
  }

  /** @param name as it stands on the wire, so it needs no escaping. */
  add(name: string, value: string): void {
    const text = wellFormed(value);
    this.params[name] = text;
    this.url += (this.count === 0 ? '?' : '&') + name + '=' + encodeValue(text);
    this.count++;
  }

  /** From here on only properties are added. */
  closeFixed(): void {
    this.fixedCount = this.count;
  }
}
