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

/** Distinct values of one key in a list of objects: what somebody bought, not a catalogue. */
const maxInColumn = 20;

/** What stands in a list of objects, by key; null for a key that is left out. */
type Columns = Map<PropertyKey, { readonly values: Set<string>; readonly siblings: readonly string[] } | null>;

/** Walks through properties or traits, and adds what may be sent to the request, in the order of the event. */
export class PropertyWalk {
  private visited = 0;
  /** Columns of which values were left out. */
  private full: Set<PropertyKey> | null = null;

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
    if (isAbsent(value) || this.pass.isUsedPath(key.path)) return;
    const date = typeof value === 'object' ? isoDate(value) : null;
    const isObject = typeof value === 'object' && !Array.isArray(value) && date === null;
    // What is in the objects of a list goes by keys of its own.
    const isTable = Array.isArray(value) && value.some((item) => typeof item === 'object' && isoDate(item) === null);

    if (this.isLeftOut(key, isObject || isTable)) return;
    if (isObject) this.walkNested(value, key, depth);
    else if (Array.isArray(value)) this.takeArray(value, key, siblings, depth);
    else this.takeScalar(date ?? value, key, siblings);
  }

  /** Leaves a value out for its key alone. What is nested has keys of its own. */
  private isLeftOut(key: PropertyKey, isNested: boolean): boolean {
    if (key.excluded || (!key.selected && !isNested)) this.leaveOut('not_selected', key);
    else if (key.guarded.holds !== null) this.leaveOut('personal_data', key, key.guarded.holds);
    else if (!isNested && key.blocked !== null) this.leaveOut(key.blocked, key);
    else return false;
    return true;
  }

  private walkNested(value: object, key: PropertyKey, depth: number): void {
    if (depth === maxDepth) this.leaveOut('too_deep', key);
    else this.walk(value, key, depth + 1);
  }

  /** Single values are joined with commas. Of objects, the values under each key are, each value once. */
  private takeArray(items: readonly unknown[], key: PropertyKey, siblings: readonly string[], depth: number): void {
    if (items.length > maxValues) {
      this.leaveOut('too_many', key);
      return;
    }
    const texts: string[] = [];
    const columns: Columns = new Map();
    for (const item of items) {
      const value = isoDate(item) ?? item;
      if (isAbsent(value)) continue;
      if (typeof value === 'object') {
        this.addToColumns(value, key, siblings, columns, depth + 1);
        continue;
      }
      const text = this.scalarText(value, key);
      if (text === null) return;
      texts.push(text);
    }
    if (texts.length > 0) {
      this.putUnless(this.guard.findInList(key.guarded, texts, siblings), texts.join(','), key);
    }
    for (const [column, found] of columns) {
      if (found === null) continue;
      const values = [...found.values];
      this.putUnless(this.guard.findInList(column.guarded, values, found.siblings), values.join(','), column);
    }
  }

  /** Adds what stands in one object of a list, or in a list within, to the columns of its keys. */
  private addToColumns(
    value: unknown,
    key: PropertyKey,
    siblings: readonly string[],
    columns: Columns,
    depth: number,
  ): void {
    if (isAbsent(value) || this.visited > maxValues || columns.get(key) === null) return;
    if (typeof value === 'object' && isoDate(value) === null) {
      if (depth > maxDepth) {
        this.leaveOut('too_deep', key);
        return;
      }
      const names = Object.keys(value);
      for (const name of names) {
        this.visited++;
        const inner: unknown = (value as Record<string, unknown>)[name];
        if (Array.isArray(value)) this.addToColumns(inner, key, siblings, columns, depth + 1);
        else this.addToColumns(inner, this.keyOf(key, name), names, columns, depth + 1);
      }
      return;
    }
    const text = this.isLeftOut(key, false) ? null : this.scalarText(isoDate(value) ?? value, key);
    if (text === null) {
      columns.set(key, null);
      return;
    }
    const column = columns.get(key) ?? { values: new Set(), siblings };
    columns.set(key, column);
    if (column.values.size < maxInColumn || column.values.has(text)) column.values.add(text);
    else this.noteFull(key);
  }

  /** Once for each column. */
  private noteFull(key: PropertyKey): void {
    this.full ??= new Set();
    if (this.full.has(key)) return;
    this.full.add(key);
    this.leaveOut('too_many', key);
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
    if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
      this.leaveOut('inexact_number', key);
      return null;
    }
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
