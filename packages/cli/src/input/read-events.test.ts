import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';

import { readEvents, type InputRecord } from './read-events.js';

/** Reads the pieces as one source named `in`. */
async function read(...pieces: (string | Buffer)[]): Promise<InputRecord[]> {
  return await collect([
    { name: 'in', sizeBytes: null, open: () => Readable.from(pieces.map((piece) => Buffer.from(piece as string))) },
  ]);
}

async function collect(sources: Parameters<typeof readEvents>[0]): Promise<InputRecord[]> {
  const records: InputRecord[] = [];
  for await (const list of readEvents(sources)) records.push(...list);
  return records;
}

const event = (line: number, found: unknown, input = 'in'): InputRecord => ({
  kind: 'event',
  position: { input, line },
  event: found,
});
const broken = (line: number, message: string): InputRecord => ({
  kind: 'broken',
  position: { input: 'in', line },
  message,
});
const unreadable = (message: string): InputRecord => ({ kind: 'unreadable', message });

describe('readEvents', () => {
  it('reads gzip, whatever the name', async () => {
    expect(await read(gzipSync('{"a":1}\n{"a":2}\n'))).toEqual([event(1, { a: 1 }), event(2, { a: 2 })]);
  });

  it('reads gzip that comes byte by byte, and several in a row', async () => {
    const bytes = Buffer.concat([gzipSync('{"a":1}\n'), gzipSync('{"a":2}\n')]);
    expect(await read(...[...bytes].map((byte) => Buffer.from([byte])))).toEqual([
      event(1, { a: 1 }),
      event(2, { a: 2 }),
    ]);
  });

  it('passes a byte order mark over', async () => {
    expect(await read('\uFEFF{"a":1}')).toEqual([event(1, { a: 1 })]);
  });

  it('passes the byte order marks of joined files over, with and without a line between them', async () => {
    expect(await read('\uFEFF{"a":1}\n\uFEFF{"a":2}\uFEFF{"a":3}\n\uFEFF')).toEqual([
      event(1, { a: 1 }),
      event(2, { a: 2 }),
      event(2, { a: 3 }),
    ]);
  });

  it('keeps the digits of whole numbers beyond 2^53', async () => {
    expect(await read('{"id":90071992547409931}')).toEqual([event(1, { id: '90071992547409931' })]);
  });

  it('opens a batch as the relay does, and an envelope', async () => {
    const context = { ip: '198.51.100.1' };
    const own = { type: 'track', integrations: { All: true } };
    const integrations = { Loop: false };
    const batch = { batch: [{ type: 'page' }, own, 7], context, integrations };
    expect(await read(JSON.stringify(batch), '\n', JSON.stringify({ message: own }))).toEqual([
      { ...event(1, { type: 'page', integrations }), known: { context } },
      { ...event(1, own), known: { context } },
      { ...event(1, 7), known: { context } },
      event(2, own),
    ]);
  });

  it('leaves a track whose properties are called batch or message as it is', async () => {
    const track = { type: 'track', batch: [1], message: { a: 1 } };
    expect(await read(JSON.stringify(track))).toEqual([event(1, track)]);
  });

  it('names rows of a warehouse, the first of which says what the file is', async () => {
    const row = '{"event":"signup","context_device_advertising_id":"x"}\n';
    const what = expect.stringMatching(/^in holds rows of a warehouse, not events: .*\(S3, /) as string;
    expect(await read(row, row)).toEqual([unreadable(what)]);
    expect(await read('{"a":1}\n', row, '{"a":2}\n')).toEqual([
      event(1, { a: 1 }),
      broken(2, expect.stringMatching(/^a row of a warehouse/) as string),
      event(3, { a: 2 }),
    ]);
  });

  it.each(['event,user_id,context_ip\nSign Up,7,198.51.100.1\n', '"event";"user id";"ip"\n', 'a\tb\tc'])(
    'names CSV: %j',
    async (text) => {
      expect(await read(text)).toEqual([
        unreadable(
          'in is CSV, not JSON, so it has no nested fields. Export the events as JSON. ' +
            'Events are read from a JSON object, a JSON array, or NDJSON (one event per line).',
        ),
      ]);
    },
  );

  it('reads what came before gzip was cut off, and says so', async () => {
    const whole = gzipSync('{"a":1}\n'.repeat(5000));
    const records = await read(whole.subarray(0, whole.length - 12));
    expect(records.at(-1)).toEqual(
      unreadable('in is a gzip file that is cut off in the middle. What could be unpacked was read; get a whole copy.'),
    );
    expect(records.slice(0, -1).every((record) => record.kind === 'event')).toBe(true);
    expect(records.length).toBeGreaterThan(1);
  });

  it('says that gzip is damaged', async () => {
    const damaged = gzipSync('{"a":1}\n');
    damaged.fill(0xff, 10);
    expect(await read(damaged)).toEqual([
      unreadable('in is a gzip file that is damaged. What could be unpacked was read; get a whole copy.'),
    ]);
  });

  it.each([
    ['is empty: there is no event in it.', ''],
    ['is empty: there is no event in it.', ' \n\n'],
    ['is empty: there is no event in it.', '[]'],
    ['is binary, not text. Events are read from JSON or NDJSON, plain or gzipped.', Buffer.from([1, 2, 0, 3, 4, 5])],
    ['is UTF-16 text. Save it as UTF-8 and try again.', Buffer.from('\uFEFF{"a":1}', 'utf16le')],
    ['is a zip archive. Unpack it first; plain JSON and gzip are read.', 'PK\u0003\u0004anything'],
  ])('%s', async (message, content) => {
    expect(await read(content)).toEqual([unreadable(`in ${message}`)]);
  });

  it('gives up a file of another kind after its first lines', async () => {
    expect(await read('email,phone\n'.repeat(30))).toEqual([
      unreadable(
        'in is not a file of events: it starts with 10 lines that are not JSON. ' +
          'Events are read from a JSON object, a JSON array, or NDJSON (one event per line).',
      ),
    ]);
  });

  it('reports broken lines by number and goes on', async () => {
    expect(await read('oops\n{"a":1}\n{"a":\n{"a":2}\n')).toEqual([
      broken(1, 'not valid JSON'),
      event(2, { a: 1 }),
      broken(3, 'not valid JSON: the event that starts here is not closed (cut off?)'),
      event(4, { a: 2 }),
    ]);
  });

  it('says how far a broken event goes', async () => {
    expect(await read('{\n  "a": 1,\n  "b": "x\n}\n{\n  "a": 2\n}\n')).toEqual([
      broken(1, 'not valid JSON: a quoted text is not closed on its line (cut off?) (up to line 4)'),
      event(5, { a: 2 }),
    ]);
  });

  it('goes on with the next source', async () => {
    const failure = Object.assign(new Error('input/output error'), { code: 'EIO' });
    const open = (content: string) => () => Readable.from([Buffer.from(content)]);
    expect(
      await collect([
        {
          name: 'failing',
          sizeBytes: 0,
          open: () =>
            new Readable({
              read() {
                this.destroy(failure);
              },
            }),
        },
        { name: 'empty', sizeBytes: 0, open: open('') },
        { name: 'good', sizeBytes: 9, open: open('[{"a":1}]') },
      ]),
    ).toEqual([
      unreadable("failing can't be read (EIO)."),
      unreadable('empty is empty: there is no event in it.'),
      event(1, { a: 1 }, 'good'),
    ]);
  });

  it('counts the bytes that it has read', async () => {
    let bytes = 0;
    const packed = gzipSync('{"a":1}\n'.repeat(1000));
    const source = { name: 'in', sizeBytes: null, open: () => Readable.from([packed]) };
    let events = 0;
    for await (const records of readEvents([source], (count) => (bytes += count))) events += [...records].length;
    expect({ bytes, events }).toEqual({ bytes: packed.length, events: 1000 });
  });
});
