import { JournalIds } from './journal-ids.js';

interface Event {
  readonly input?: string;
  readonly line?: number;
  readonly place?: number;
  readonly event?: unknown;
  readonly uid?: string;
}

function idOf(directory: string, { input = 'day.json', line = 1, place = 1, event = { a: 1 }, uid = 'x' }: Event) {
  const shipment = { request: { params: { uid }, url: '' }, from: { input, line } };
  return new JournalIds(directory).of(shipment as never, event, place);
}

test('the same file has the same IDs, from wherever it is named and however its lines are broken', () => {
  expect(idOf('/data', { line: 7 })).toBe(idOf('/', { input: 'data/day.json' }));
});

test('what stands elsewhere or is something else has another one', () => {
  const ids = [{}, { place: 2 }, { input: 'other.json' }, { event: { a: 2 } }].map((event) => idOf('/data', event));
  expect(new Set(ids).size).toBe(4);
});

test('an event that is nested too deep to be written is known by its place and its request', () => {
  const event: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
  expect(idOf('/', { event })).toBe(idOf('/', { event }));
  const ids = [{}, { place: 2 }, { uid: 'y' }, { input: 'other.json' }].map((rest) => idOf('/', { event, ...rest }));
  expect(new Set(ids).size).toBe(4);
});
