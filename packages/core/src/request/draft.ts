import { remembered } from '../normalize/remembered.js';
import { isPlain } from './request.js';
import { wellFormed } from './well-formed.js';

/** Names of apps, models and events recur, and are no longer. In UTF-16 units. */
const maxNameLength = 48;

const encoded = /* @__PURE__ */ remembered<string>(encodeURIComponent, { maxLength: maxNameLength });

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
    if (isPlain(value)) {
      this.addPlain(name, value);
      return;
    }
    const text = wellFormed(value);
    this.append(name, text, encoded(text));
  }

  /** For a value that needs no escaping by its form, such as a hash or a country code. */
  addPlain(name: string, value: string): void {
    this.append(name, value, value);
  }

  private append(name: string, text: string, encoded: string): void {
    this.params[name] = text;
    this.url += (this.count === 0 ? '?' : '&') + name + '=' + encoded;
    this.count++;
  }

  /** From here on only properties are added. */
  closeFixed(): void {
    this.fixedCount = this.count;
  }
}
