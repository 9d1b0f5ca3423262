/** A shorter one would be found in innocent text. In UTF-16 units. */
const minLength = 6;

/** What comes before in a phone is country and area, which not everybody writes. */
const maxNumberLength = 8;

/** Who the person of one event is, so that nothing else of the event says it in the clear. */
export class KnownIdentifiers {
  /** The event's user ID. A trait that repeats it is left out: it may be anything that identifies the person. */
  private userId: string | undefined = undefined;
  /** Identifiers as they stood in the event, and the source hashes. */
  private readonly texts: string[] = [];
  /** Of phones and national IDs, the digits that every way to write them ends with. */
  private readonly numbers: string[] = [];

  /** @param value of any type: some send a number */
  addUserId(value: unknown): void {
    if (typeof value !== 'string' && typeof value !== 'number') return;
    this.userId = String(value);
    this.addText(this.userId);
  }

  /** Remembers an identifier as it stood in the event, or a secret. */
  addText(raw: string): void {
    const text = raw.trim();
    if (text.length >= minLength) this.texts.push(text);
  }

  /** Remembers the number of a phone or a national ID, so that no other way to write it goes out. */
  addNumber(text: string): void {
    const digits = text.replace(/\D/g, '').slice(-maxNumberLength);
    if (digits.length >= minLength) this.numbers.push(digits);
  }

  /** Whether a text is the user ID, or holds an identifier that the event names elsewhere. */
  areIn(text: string): boolean {
    if (text === this.userId) return true;
    for (const raw of this.texts) if (text.length >= raw.length && text.includes(raw)) return true;
    if (this.numbers.length === 0) return false;
    const digits = text.replace(/\D/g, '');
    return this.numbers.some((number) => digits.includes(number));
  }
}
