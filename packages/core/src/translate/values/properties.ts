import { isAbsent } from '../../normalize/absent.js';
import { isoDate } from '../../normalize/iso-date.js';
import type { NoteCode, PersonalDataKind } from '../../codes/codes.js';
import type { Guard } from '../../guard/guard.js';
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
    private readonly guard: Guard,
    private readonly maxLength: number,
  ) {}

  /** Takes every value below an object, nested keys joined with `_`. */
  walk(object: object, parent: PropertyKey, depth = 0): void {
    const names = Object.keys(object);
    for (const name of names) {
      if (this.visited === maxValues) {
        this.pass.addNote('too_many', 'properties', parent.source);
        this.visited++;
      }
      if (this.visited > maxValues) return;
      this.visited++;
      const key = this.keyOf(parent, name);
      try {
        this.take((object as Record<string, unknown>)[name], key, names, depth);
      } catch {
        this.leaveOut('unreadable_value', key);
      }
    }
  }

  private take(value: unknown, key: PropertyKey, siblings: readonly string[], depth: number): void {
    if (isAbsent(value)) return;
    if (this.pass.isUsedPath(key.path)) return;
    const date = typeof value === 'object' ? isoDate(value) : null;
    const isObject = typeof value === 'object' && !Array.isArray(value) && date === null;

    if (key.excluded || (!key.selected && !isObject)) this.leaveOut('not_selected', key);
    else if (key.guarded.holds !== null) this.leaveOut('personal_data', key, key.guarded.holds);
    else if (isObject) this.walkNested(value, key, depth);
    else if (key.blocked !== null) this.leaveOut(key.blocked, key);
    else if (Array.isArray(value)) this.takeArray(value, key, siblings);
    else this.takeScalar(date ?? value, key, siblings);
  }

  private walkNested(value: object, key: PropertyKey, depth: number): void {
    if (depth === maxDepth) this.leaveOut('too_deep', key);
    else this.walk(value, key, depth + 1);
  }

  private takeArray(items: readonly unknown[], key: PropertyKey, siblings: readonly string[]): void {
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
    if (texts.length === 0) return;
    const joined = texts.join(',');
    this.putUnless(this.guard.findInList(key.guarded, texts, siblings), joined, key);
  }

  private takeScalar(value: unknown, key: PropertyKey, siblings: readonly string[]): void {
    const text = this.scalarText(value, key);
    if (text !== null) this.putUnless(this.guard.find(key.guarded, text, siblings), text, key);
  }

  /** @param found what the guard found in the text */
  private putUnless(found: PersonalDataKind | null, text: string, key: PropertyKey): void {
    const isIdentifier = found === null && !key.guarded.isAllowed && this.pass.identifiers.areIn(text);
    const kind = isIdentifier ? 'identifier' : found;
    if (kind === null) this.put(text, key);
    else this.leaveOut('personal_data', key, kind);
  }

  /** The text of a scalar; null, with a note, for what may not or can't be sent. */
  private scalarText(value: unknown, key: PropertyKey): string | null {
    const isScalar = typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint';
    if (!isScalar && !(typeof value === 'number' && Number.isFinite(value))) {
      this.leaveOut('unsupported_value', key);
      return null;
    }
    const text = String(value);
    if (text.length <= this.maxLength) return text;
    this.leaveOut('too_long', key);
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

  private leaveOut(code: NoteCode, key: PropertyKey, kind?: PersonalDataKind): void {
    this.pass.addNote(code, key.guarded.holds === null ? key.param : 'value[personal data]', key.source, kind);
  }
}
