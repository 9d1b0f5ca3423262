import fc from 'fast-check';
import { bookDifference, type Lease, type Queue, type QueueEvent } from '../src/queue/index.js';

/** What the queue must hold, by everything that it was told. */
export interface QueueModel {
  /** Names of events that are kept and neither delivered nor given up. */
  readonly waiting: Set<string>;
  readonly dead: Set<string>;
  readonly seen: Set<string>;
  accepted: number;
  duplicates: number;
  delivered: number;
  removed: number;
}

/** A queue that can be closed and opened again. */
export interface QueuePlace {
  queue: Queue;
  /** Leases that are not settled. */
  held: Lease[];
  readonly reopen: () => Promise<Queue>;
  /** Sets the wall clock. */
  readonly setClock: (byMs: number) => void;
}

type Command = fc.AsyncCommand<QueueModel, QueuePlace>;

export const emptyModel = (): QueueModel => ({
  waiting: new Set(),
  dead: new Set(),
  seen: new Set(),
  accepted: 0,
  duplicates: 0,
  delivered: 0,
  removed: 0,
});

const refused = { code: 'refused', httpStatus: 400, attempts: 1, message: 'Loop answered 400.' } as const;
const nameOf = ({ params }: Pick<Lease, 'params'>): string => params['value[event]'] ?? '';

let names = 0;
const eventOf = (id: string | null): QueueEvent => {
  // An event with an ID is the same one each time; one without is always another.
  names++;
  return { id, params: { uid: 'A', 'value[event]': id ?? `without ID ${names}` } };
};

function command(name: string, run: (model: QueueModel, place: QueuePlace) => Promise<void>): Command {
  return {
    check: () => true,
    toString: () => name,
    async run(model, place) {
      await run(model, place);
      await expectSame(model, place);
    },
  };
}

/** Held after every step: the counts are those of the model, and the books balance. */
async function expectSame(model: QueueModel, { queue }: QueuePlace): Promise<void> {
  const books = await queue.books();
  const { accepted, duplicates, delivered, removed } = model;
  expect(books).toEqual({
    ...{ accepted, duplicates, delivered, removed },
    waiting: model.waiting.size,
    dead: model.dead.size,
  });
  expect(bookDifference(books)).toBe(0);
  expect(await queue.counts()).toMatchObject({ waiting: model.waiting.size, dead: model.dead.size });
}

function add(ids: readonly (string | null)[]): Command {
  return command(`add(${JSON.stringify(ids)})`, async (model, { queue }) => {
    const events = ids.map(eventOf);
    const expected = events.map(({ id, params }) => {
      if (id !== null && model.seen.has(id)) {
        model.duplicates++;
        return 'duplicate';
      }
      if (id !== null) model.seen.add(id);
      model.accepted++;
      model.waiting.add(params['value[event]'] ?? '');
      return 'accepted';
    });
    expect((await queue.add(events)).each).toEqual(expected);
  });
}

function lease(limit: number): Command {
  return command(`lease(${limit})`, async (model, place) => {
    const leases = await place.queue.lease(limit);
    for (const one of leases) {
      expect(model.waiting.has(nameOf(one))).toBe(true);
      expect(place.held.map(nameOf)).not.toContain(nameOf(one));
    }
    place.held.push(...leases);
  });
}

/** Settles the first leases that are held, each in the way that is told. */
function settle(ways: readonly ('acknowledge' | 'release' | 'bury')[]): Command {
  return command(`settle(${JSON.stringify(ways)})`, async (model, { queue, held }) => {
    const some = held.splice(0, ways.length).map((one, index) => ({ lease: one, way: ways[index] }));
    const of = (wanted: string): Lease[] => some.filter(({ way }) => way === wanted).map((one) => one.lease);
    await Promise.all([
      queue.acknowledge(of('acknowledge')),
      queue.release(of('release').map((one) => ({ lease: one, delayMs: 0, attempts: one.attempts + 1 }))),
      queue.bury(of('bury').map((one) => ({ ...refused, lease: one }))),
    ]);
    for (const one of [...of('acknowledge'), ...of('bury')]) model.waiting.delete(nameOf(one));
    for (const one of of('bury')) model.dead.add(nameOf(one));
    model.delivered += of('acknowledge').length;
  });
}

const retry = command('retry', async (model, { queue }) => {
  expect(await queue.deadLetters.retry()).toBe(model.dead.size);
  for (const name of model.dead) model.waiting.add(name);
  model.dead.clear();
});

const drop = command('drop', async (model, { queue }) => {
  expect(await queue.deadLetters.drop()).toBe(model.dead.size);
  model.removed += model.dead.size;
  model.dead.clear();
});

const reopen = command('reopen', async (_model, place) => {
  await place.queue.close();
  place.held = [];
  place.queue = await place.reopen();
});

const tidy = command('tidy', async (_model, { queue }) => {
  expect((await queue.tidy()).deadLetters).toBe(0);
});

function setClock(days: number): Command {
  return command(`setClock(${days} days)`, async (_model, place) => {
    place.setClock(days * 86_400_000);
  });
}

const ids = fc.array(fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')), { minLength: 1, maxLength: 6 });
const ways = fc.array(fc.constantFrom('acknowledge', 'release', 'bury'), { minLength: 1, maxLength: 4 });

/** Sequences of commands. The same run on both engines. */
export const queueCommands = fc.commands(
  [
    ids.map(add),
    fc.integer({ min: 1, max: 5 }).map(lease),
    ways.map(settle),
    fc.constant(retry),
    fc.constant(drop),
    fc.constant(reopen),
    fc.constant(tidy),
    fc.integer({ min: -3, max: 3 }).map(setClock),
  ],
  { maxCommands: 25 },
);

/** Ends a sequence: everything that waits can be had and delivered. */
export async function deliverAll(model: QueueModel, place: QueuePlace): Promise<void> {
  await place.queue.close();
  place.queue = await place.reopen();
  const left = new Set(model.waiting);
  while (left.size > 0) {
    const leases = await place.queue.lease(10);
    await place.queue.acknowledge(leases);
    for (const one of leases) expect(left.delete(nameOf(one))).toBe(true);
    if (leases.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  }
  expect(await place.queue.counts()).toMatchObject({ waiting: 0 });
}
