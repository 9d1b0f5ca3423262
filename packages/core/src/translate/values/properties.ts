import { isAbsent } from '../../normalize/absent.js';
import { isoDate } from '../../normalize/iso-date.js';
import type { NoteCode } from '../../codes/codes.js';
import { findPersonalData, holdsEmail } from '../../guard/personal-values.js';
import type { Pass } from '../pass.js';
import type { PropertyKey } from './property-keys.js';

/** Deeper values are left out; Segment and RudderStack flatten less than this. */
const maxDepth = 8;

/** Values looked at per event. A URL of 8,000 characters holds far fewer. */
const maxValues = 1000;

/** Walks through properties or traits, and adds what may be sent to the request, in the order of the event. */
export class PropertyWalk {
  private visited = 0;

  /**
   * @param maxLength longest text that is looked into; a URL can't be longer. In UTF-16 units.
   */
  constructor(
    private readonly pass: Pass,
    private readonly keyOf: (parent: PropertyKey, key: string) => PropertyKey,
    private readonly maxLength: number,
  ) {}

  /** Takes every value below an object, nested keys joined with `_`. */
  walk(object: object, parent: PropertyKey, depth = 0): void {
    for (const name of Object.keys(object)) {
      if (this.visited === maxValues) {
        this.pass.addNote('too_many', 'properties', parent.source);
        this.visited++;
      }
      if (this.visited > maxValues) return;
      this.visited++;
      const key = this.keyOf(parent, name);
      try {
        this.take((object as Record<string, unknown>)[name], key, depth);
      } catch {
        this.leaveOut('unreadable_value', key);
      }
    }
  }

  private take(value: unknown, key: PropertyKey, depth: number): void {
    if (isAbsent(value)) return;
    if (this.pass.isUsedPath(key.path)) return;
    const date = typeof value === 'object' ? isoDate(value) : null;
    const isObject = typeof value === 'object' && !Array.isArray(value) && date === null;

    if (key.excluded || (!key.selected && !isObject)) this.leaveOut('not_selected', key);
    else if (isObject && !key.holdsData) this.walkNested(value, key, depth);
    // A boolean under a personal key (`email_verified`) says nothing that could be personal.
    else if (key.blocked !== null && (typeof value !== 'boolean' || key.blocked !== 'personal_data' || key.holdsData)) {
      this.leaveOut(key.blocked, key);
    } else if (Array.isArray(value)) this.takeArray(value, key);
    else this.takeScalar(date ?? value, key);
  }

  private walkNested(value: object, key: PropertyKey, depth: number): void {
    if (depth === maxDepth) this.leaveOut('too_deep', key);
    else this.walk(value, key, depth + 1);
  }

  private takeArray(items: readonly unknown[], key: PropertyKey): void {
    if (items.length > maxValues) {
      this.leaveOut('too_many', key);
      return;
    }
    const texts: string[] = [];
    for (const item of items) {
      const value = isoDate(item) ?? item;
      if (isAbsent(value)) continue;
      if (typeof value === 'object') {
        this.leaveOut('array_of_objects', key);
        return;
      }
      const text = this.scalarText(value, key);
      if (text === null) return;
      texts.push(text);
    }
    if (texts.length > 0) this.put(texts.join(','), key);
  }

  private takeScalar(value: unknown, key: PropertyKey): void {
    const text = this.scalarText(value, key);
    if (text !== null) this.put(text, key);
  }

  /** The text of a scalar; null, with a note, for what may not or can't be sent. */
  private scalarText(value: unknown, key: PropertyKey): string | null {
    if (typeof value === 'boolean') return String(value);
    if (typeof value === 'string') return this.checked(value, key);
    if (typeof value === 'bigint') return this.checked(String(value), key);
    if (typeof value === 'number' && Number.isFinite(value)) {
      // A fraction is no phone, card or document.
      return value % 1 === 0 ? this.checked(String(value), key) : String(value);
    }
    this.leaveOut('unsupported_value', key);
    return null;
  }

  private checked(text: string, key: PropertyKey): string | null {
    if (text.length > this.maxLength) {
      this.leaveOut('too_long', key);
      return null;
    }
    const personal = key.allowed
      ? holdsEmail(text)
      : findPersonalData(text) !== null || this.pass.identifiers.areIn(text);
    if (!personal) return text;
    this.leaveOut('personal_data', key);
    return null;
  }

  private put(text: string, key: PropertyKey): void {
    if (text.length > this.maxLength) {
      this.leaveOut('too_long', key);
      return;
    }
    const earlier = this.pass.draft.params[key.param];
    if (earlier === undefined) this.pass.draft.add(key.param, text);
    else if (earlier !== text) this.leaveOut('duplicate_key', key);
  }

  private leaveOut(code: NoteCode, key: PropertyKey): void {
    this.pass.addNote(code, key.holdsData ? 'value[personal data]' : key.param, key.source);
  }
}
