import { isPlain } from './request.js';
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

/** So many texts with their escapes are remembered, and no longer ones (in UTF-16 units), so that memory stays bounded. */
const maxRemembered = 256;
const maxRememberedLength = 48;

/** Names of apps, models and events recur from event to event. */
const remembered = new Map<string, string>();

function encoded(text: string): string {
  if (text.length > maxRememberedLength) return encodeURIComponent(text);
  let escaped = remembered.get(text);
  if (escaped === undefined) {
    escaped = encodeURIComponent(text);
    if (remembered.size === maxRemembered) remembered.clear();
    remembered.set(text, escaped);
  }
  return escaped;
}
