import { createTranslator, type Translator } from '@loop-adapters/core';
import * as fc from 'fast-check';
import { EventReceiver } from './receive-events.js';
import { Refusal } from './refusal.js';
import { Turns, unitsPerEvent } from './turns.js';

const limits = { eventBytes: 32 * 1024, contextBytes: 4_000_000 };

const queue = { add: async () => ({ each: [], accepted: 0, duplicates: 0 }) };

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** The longest work without a turn for others while a batch is received: bytes that the translator could look at. */
async function longestWork(events: readonly unknown[], context: object | null, unitsPerTurn: number): Promise<number> {
  let sinceTurn = 0;
  let longest = 0;
  const turns = new Turns(unitsPerTurn, (run) => {
    setImmediate(() => {
      sinceTurn = 0;
      run();
    });
  });
  const real = createTranslator({ sourceHash: 'XYZ123' });
  const translator: Translator = {
    ...real,
    translate(event, known) {
      sinceTurn += bytesOf(event) + (known?.context === undefined ? 0 : bytesOf(known.context));
      longest = Math.max(longest, sinceTurn);
      return real.translate(event, known);
    },
  };
  const receiver = new EventReceiver({ limits, queue, turns, onAddressGiven: () => undefined });
  const bytes = bytesOf({ context, batch: events });
  const charge = () => ({ settle: () => undefined });
  await receiver
    .receive({ events, context, integrations: null, bytes, ip: null, translator, writeKey: null, charge })
    .catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
  return longest;
}

test('whatever the shape of a batch of 500 KB, no turn does more than its units and one event', async () => {
  const size = 500_000;
  const shape = fc.record({
    contextShare: fc.constantFrom(0, 0.001, 0.01, 0.05, 0.5, 0.99),
    events: fc.constantFrom(1, 10, 100, 1000, 2500),
    type: fc.constantFrom('track', 'identify', 'group'),
    isOneLarge: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(shape, async ({ contextShare, events, type, isOneLarge }) => {
      const text = (length: number): string => 'x'.repeat(Math.max(0, Math.floor(length)));
      const context = contextShare === 0 ? null : { traits: { text: text(size * contextShare) } };
      const each = (size * (1 - contextShare)) / events - 80;
      const batch = Array.from({ length: events }, (_, n) => {
        const own = isOneLarge ? (n === 0 ? each * events : 0) : each;
        return { type, event: 'x', properties: { text: text(own) } };
      });
      expect(await longestWork(batch, context, 64 * 1024)).toBeLessThanOrEqual(64 * 1024 + limits.eventBytes);
    }),
    { numRuns: 40 },
  );
});

test('many requests at once share the units of a turn', async () => {
  let perTurn = 0;
  let most = 0;
  const turns = new Turns(unitsPerEvent * 10, (run) => {
    setImmediate(() => {
      perTurn = 0;
      run();
    });
  });
  const real = createTranslator({ sourceHash: 'XYZ123' });
  const translator: Translator = {
    ...real,
    translate(event) {
      most = Math.max(most, ++perTurn);
      return real.translate(event);
    },
  };
  const receiver = new EventReceiver({ limits, queue, turns, onAddressGiven: () => undefined });
  const events = Array.from({ length: 5 }, () => ({}));
  const charge = () => ({ settle: () => undefined });
  const request = { events, context: null, integrations: null, bytes: 0, ip: null, translator, writeKey: null, charge };
  await Promise.all(Array.from({ length: 50 }, () => receiver.receive(request)));
  expect(most).toBeLessThanOrEqual(10);
});

test('a context that is too large for so many events is refused before any of them is looked at', async () => {
  const looked: unknown[] = [];
  const real = createTranslator({ sourceHash: 'XYZ123' });
  const translator: Translator = { ...real, translate: (event) => (looked.push(event), real.translate(event)) };
  const receiver = new EventReceiver({ limits, queue, turns: new Turns(), onAddressGiven: () => undefined });
  const receive = (events: number): Promise<unknown> =>
    receiver.receive({
      events: Array.from({ length: events }, () => ({})),
      context: { text: 'x'.repeat(10_000) },
      integrations: null,
      bytes: 20_000,
      ip: null,
      translator,
      writeKey: null,
      charge: () => ({ settle: () => undefined }),
    });
  await expect(receive(2500)).rejects.toEqual(new Refusal('context_too_large'));
  expect(looked).toEqual([]);
  await receive(10);
  expect(looked).toHaveLength(10);
});

test('only what was accepted is paid for, also if the queue can not keep it', async () => {
  const settled: number[] = [];
  const charge = () => ({ settle: (accepted: number) => void settled.push(accepted) });
  const translator = createTranslator({ sourceHash: 'XYZ123' });
  const device = { type: 'android', model: 'Pixel6', advertisingId: 'abcdef-1234-5678' };
  const app = { namespace: 'com.example.app' };
  const good = { type: 'track', context: { app, device, ip: '181.46.137.10', location: { country: 'AR' } } };
  const request = {
    events: [{}, good, good],
    context: null,
    integrations: null,
    bytes: 0,
    ip: null,
    translator,
    writeKey: null,
    charge,
  };
  const receive = (add: typeof queue.add): Promise<unknown> =>
    new EventReceiver({ limits, queue: { add }, turns: new Turns(), onAddressGiven: () => undefined }).receive(request);
  await receive((async () => ({ each: ['accepted', 'duplicate'], accepted: 1, duplicates: 1 })) as typeof queue.add);
  await expect(receive(() => Promise.reject(new Error('full')))).rejects.toThrow('full');
  expect(settled).toEqual([1, 0]);
});

test('integrations beside a batch are those of each event that has none of its own', async () => {
  const receiver = new EventReceiver({ limits, queue, turns: new Turns(), onAddressGiven: () => undefined });
  const translator = createTranslator({ sourceHash: 'XYZ123' });
  const tally = await receiver.receive({
    events: [{ type: 'track' }, { type: 'track', integrations: { Loop: true } }],
    context: null,
    integrations: { All: false },
    bytes: 0,
    ip: null,
    translator,
    writeKey: null,
    charge: () => ({ settle: () => undefined }),
  });
  expect([...tally.counts().skipped]).toEqual([
    ['not_for_loop', 1],
    ['no_advertising_id', 1],
  ]);
});
