import { isUtf8 } from 'node:buffer';

import { withExactNumbers } from '@loop-adapters/core/bare';

/** One value of the input that is JSON, or a place where there should have been one. */
export type SplitRecord =
  | { readonly kind: 'value'; readonly line: number; readonly value: unknown }
  | { readonly kind: 'broken'; readonly line: number; readonly lastLine: number; readonly message: string };

const newline = 0x0a;
const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/**
 * An event of Segment's may have 32 kB. What is a thousand times larger is no
 * event but a file whose brackets never close, and must not fill the memory.
 */
const defaultMaxRecordBytes = 32 * 1024 * 1024;

const endOfLine = Buffer.from('\n');

/** Says that a line can't be judged before its end has come. */
const needsWholeLine = -1;

/**
 * `between`: before a value. `value`: inside an object or array.
 * `scalar`: inside anything else. `after`: behind a complete value.
 * `skipping`: behind a broken value, looking for the next one.
 */
type State = 'between' | 'value' | 'scalar' | 'after' | 'skipping';

const messages = {
  notJson: 'not valid JSON',
  cutOff: 'not valid JSON: the event that starts here is not closed (cut off?)',
  openText: 'not valid JSON: a quoted text is not closed on its line (cut off?)',
  notUtf8: 'not UTF-8 text. Save the file as UTF-8 and try again',
  tooLarge: 'an event that is too large to be one. Is a bracket or a quote missing?',
} as const;

/**
 * Splits a stream of bytes into JSON values: NDJSON, a JSON array (its elements
 * are the values), one JSON document over many lines, or several in a row.
 *
 * It holds one value at a time, whatever the size of the input. A broken value
 * is reported with the number of its line, and reading goes on with the next
 * one: that is why it is not an ordinary streaming parser, which ends there.
 * No message holds a piece of the input, since JSON.parse's own would quote it.
 *
 * Splitting works on bytes, because no byte of a longer UTF-8 character is equal
 * to one of JSON's brackets, quotes or newlines.
 */
export class JsonSplitter {
  private readonly maxRecordBytes: number;
  private rest: Buffer = Buffer.alloc(0);
  /** How many bytes of the rest were looked at already. */
  private scanned = 0;
  private state: State = 'between';
  private inArray = false;
  private line = 1;
  /** Columns of white space before the first other byte of this line; -1 while there was none. */
  private lineIndent = -1;
  private lineStart = 0;

  private start = 0;
  private startLine = 1;
  private startIndent = 0;
  private stack: number[] = [];
  private inText = false;
  private escaped = false;
  private lastByte = 0;
  private pending: SplitRecord | null = null;
  private broken: { readonly line: number; readonly message: string } | null = null;

  /** @param maxRecordBytes the largest value that is read, in bytes; a larger one is reported as broken */
  constructor(maxRecordBytes: number = defaultMaxRecordBytes) {
    this.maxRecordBytes = maxRecordBytes;
  }

  /**
   * Takes the next piece of the input and gives the values that it completes, in
   * order. Each is read when it is asked for, so that one at a time is in memory.
   */
  *push(chunk: Buffer): Generator<SplitRecord, void, undefined> {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const scanned = yield* this.scan(bytes, this.scanned);
    this.keepRest(bytes, scanned);
  }

  /** Ends the input and gives what was still open. */
  *end(): Generator<SplitRecord, void, undefined> {
    const records: SplitRecord[] = [];
    if (this.scanned < this.rest.length) yield* this.push(endOfLine);
    if (this.state === 'scalar') this.finishScalar(this.rest, this.rest.length);
    if (this.state === 'value') this.breakValue(messages.cutOff);
    this.flush(records, this.lineIndent === -1 ? this.line - 1 : this.line);
    this.rest = Buffer.alloc(0);
    this.state = 'between';
    yield* records;
  }

  /** Returns how far it came: to the end, or to the start of a line that has to be whole to be judged. */
  private *scan(bytes: Buffer, from: number): Generator<SplitRecord, number, undefined> {
    const records: SplitRecord[] = [];
    let at = from;
    while (at < bytes.length) {
      if (records.length > 0) yield* records.splice(0);
      const byte = bytes[at] ?? 0;
      if (byte === newline) {
        this.endLine(bytes, at, records);
        at += 1;
        continue;
      }
      if (this.lineIndent === -1 && !isSpace(byte)) {
        this.lineIndent = at - this.lineStart;
        const next = this.startOfLine(bytes, at, byte, records);
        if (next === needsWholeLine) {
          this.lineIndent = -1;
          break;
        }
        if (next !== at) {
          at = next;
          continue;
        }
      }
      this.take(bytes, at, byte, records);
      at += 1;
    }
    yield* records;
    return at;
  }

  /**
   * Looks at the first byte of a line that is not white space. Returns the place
   * to go on from: the end of the line if the whole line is one value, the place
   * of that byte otherwise. Inside an open value only the whole line can tell
   * whether it belongs to that value or is the next one.
   */
  private startOfLine(bytes: Buffer, at: number, byte: number, records: SplitRecord[]): number {
    if (this.state === 'skipping' && this.isOuter() && (byte === openBrace || byte === closeBracket)) {
      this.state = 'between';
      this.flush(records, this.line - 1);
    }
    if (byte !== openBrace) return at;
    if (this.state === 'value' && this.isOuter() && !this.mayNest()) this.giveUpValue(records);

    const mayBeWholeLine =
      !this.inArray && (this.state === 'between' || (this.state === 'value' && this.lineIndent === 0));
    if (!mayBeWholeLine) return at;
    const end = bytes.indexOf(newline, at);
    if (end === -1) return this.state === 'value' ? needsWholeLine : at;
    const parsed = parse(bytes.subarray(at, end));
    if (parsed.kind === 'broken') return at;
    if (this.state === 'value') this.giveUpValue(records);
    records.push({ kind: 'value', line: this.line, value: parsed.value });
    return end;
  }

  private take(bytes: Buffer, at: number, byte: number, records: SplitRecord[]): void {
    switch (this.state) {
      case 'between':
        this.takeBetween(at, byte);
        return;
      case 'value':
        this.takeInValue(bytes, at, byte);
        return;
      case 'scalar':
        if (!this.inText && this.endsElement(byte)) {
          this.finishScalar(bytes, at);
          this.take(bytes, at, byte, records);
          return;
        }
        this.takeText(byte);
        return;
      case 'after':
        if (isSpace(byte) || isMark(byte)) return;
        if (!this.endsElement(byte) && byte !== openBrace && byte !== openBracket && byte !== comma) {
          // The value and what stands behind it are one broken piece, up to the end of the line or element.
          this.pending = null;
          this.state = 'scalar';
          this.takeText(byte);
          return;
        }
        this.flush(records, this.line);
        this.state = 'between';
        this.takeBetween(at, byte);
        return;
      case 'skipping':
    }
  }

  private takeBetween(at: number, byte: number): void {
    if (isSpace(byte) || isMark(byte) || byte === comma) return;
    if (this.inArray && byte === closeBracket) {
      this.inArray = false;
      return;
    }
    if (!this.inArray && byte === openBracket) {
      this.inArray = true;
      return;
    }
    this.start = at;
    this.startLine = this.line;
    this.startIndent = this.lineIndent;
    this.inText = byte === quote;
    this.escaped = false;
    this.stack = [byte];
    this.lastByte = byte;
    this.state = byte === openBrace || byte === openBracket ? 'value' : 'scalar';
  }

  private takeInValue(bytes: Buffer, at: number, byte: number): void {
    if (this.inText) {
      this.takeText(byte);
      return;
    }
    if (isSpace(byte)) return;
    if (byte === quote) this.inText = true;
    else if (byte === openBrace || byte === openBracket) this.stack.push(byte);
    else if (byte === closeBrace || byte === closeBracket) this.stack.pop();
    this.lastByte = byte;
    if (this.stack.length > 0) return;
    this.pending = record(this.startLine, this.line, parse(bytes.subarray(this.start, at + 1)));
    this.state = 'after';
  }

  private takeText(byte: number): void {
    if (this.escaped) this.escaped = false;
    else if (byte === backslash) this.escaped = this.inText;
    else if (byte === quote) this.inText = !this.inText;
  }

  private endLine(bytes: Buffer, at: number, records: SplitRecord[]): void {
    if (this.state === 'scalar') this.finishScalar(bytes, at);
    if (this.state === 'value' && this.inText) this.breakValue(messages.openText);
    const isBrokenLine = this.state === 'skipping' && !this.inArray && this.startLine === this.line;
    if (this.state === 'after' || isBrokenLine) {
      this.flush(records, this.line);
      this.state = 'between';
    }
    this.line += 1;
    this.lineStart = at + 1;
    this.lineIndent = -1;
  }

  private finishScalar(bytes: Buffer, end: number): void {
    this.pending = record(this.startLine, this.line, parse(bytes.subarray(this.start, end)));
    this.inText = false;
    this.state = 'after';
  }

  private breakValue(message: string): void {
    this.broken = { line: this.startLine, message };
    this.inText = false;
    this.state = 'skipping';
  }

  private giveUpValue(records: SplitRecord[]): void {
    this.breakValue(messages.cutOff);
    this.flush(records, this.line - 1);
    this.state = 'between';
  }

  private flush(records: SplitRecord[], lastLine: number): void {
    if (this.pending !== null) records.push(this.pending);
    if (this.broken !== null) records.push({ kind: 'broken', ...this.broken, lastLine });
    this.pending = null;
    this.broken = null;
  }

  private endsElement(byte: number): boolean {
    return this.inArray && (byte === comma || byte === closeBracket);
  }

  /** Whether this line stands as far out as the line on which the open value began. */
  private isOuter(): boolean {
    return this.lineIndent <= this.startIndent;
  }

  /** Whether JSON allows an object at this place inside the open value. */
  private mayNest(): boolean {
    if (this.lastByte === colon || this.lastByte === openBracket) return true;
    return this.lastByte === comma && this.stack.at(-1) === openBracket;
  }

  private keepRest(bytes: Buffer, scanned: number): void {
    const isOpen = this.state === 'value' || this.state === 'scalar' || this.state === 'after';
    if (isOpen && bytes.length - this.start > this.maxRecordBytes) this.breakValue(messages.tooLarge);
    const keepFrom = isOpen && this.state !== 'skipping' ? this.start : scanned;
    this.rest = bytes.subarray(keepFrom);
    this.scanned = scanned - keepFrom;
    this.start -= keepFrom;
    this.lineStart -= keepFrom;
  }
}

type Parsed = { kind: 'value'; value: unknown } | { kind: 'broken'; message: string };

function parse(bytes: Buffer): Parsed {
  if (!isUtf8(bytes)) return { kind: 'broken', message: messages.notUtf8 };
  try {
    return { kind: 'value', value: JSON.parse(withExactNumbers(bytes.toString('utf8'))) as unknown };
  } catch {
    return { kind: 'broken', message: messages.notJson };
  }
}

function record(line: number, lastLine: number, parsed: Parsed): SplitRecord {
  return parsed.kind === 'value'
    ? { kind: 'value', line, value: parsed.value }
    : { kind: 'broken', line, lastLine, message: parsed.message };
}

/** A byte of a byte-order mark: where files were joined, one stands between two values. */
function isMark(byte: number): boolean {
  return byte === 0xef || byte === 0xbb || byte === 0xbf;
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d;
}
