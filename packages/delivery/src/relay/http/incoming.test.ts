import { bodyWriteKey, readBatch, readSingle, readWebhook } from './incoming.js';
import { Refusal } from './refusal.js';

function codeOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'taken';
}

test('the path names the type, whatever the body says', () => {
  const body = { type: 'track', event: 'x', messageId: '1' };
  expect(readSingle(body, 'identify')).toEqual([{ type: 'identify', event: 'x', messageId: '1' }]);
  expect(body.type).toBe('track');
});

test('a batch gives its events in order; its context is theirs, and their own wins', () => {
  const batch = [{ type: 'track', context: { ip: '192.0.2.1' } }, { type: 'page' }, 'x', null];
  expect(readBatch({ batch })).toEqual(batch);
  expect(readBatch({ batch, context: { ip: '192.0.2.9', locale: 'es' } })).toEqual([
    { type: 'track', context: { ip: '192.0.2.1', locale: 'es' } },
    { type: 'page', context: { ip: '192.0.2.9', locale: 'es' } },
    'x',
    null,
  ]);
});

test('a webhook is one event, several, or a batch', () => {
  expect(readWebhook({ type: 'track' })).toEqual([{ type: 'track' }]);
  expect(readWebhook([{ type: 'track' }, { type: 'page' }])).toEqual([{ type: 'track' }, { type: 'page' }]);
  expect(readWebhook({ batch: [{ type: 'track' }] })).toEqual([{ type: 'track' }]);
});

test.each([
  ['a text as an event', () => readSingle('x', 'track'), 'not_an_event'],
  ['an array as an event', () => readSingle([], 'track'), 'not_an_event'],
  ['null as a webhook', () => readWebhook(null), 'not_an_event'],
  ['an array as a batch', () => readBatch([]), 'not_a_batch'],
  ['a batch that is no array', () => readBatch({ batch: {} }), 'not_a_batch'],
  ['2500 events', () => readBatch({ batch: Array.from({ length: 2500 }) }), 'taken'],
  ['2501 events', () => readBatch({ batch: Array.from({ length: 2501 }) }), 'too_many_events'],
  ['2501 events of a webhook', () => readWebhook(Array.from({ length: 2501 })), 'too_many_events'],
])('%s', (_, read, code) => {
  expect(codeOf(read)).toBe(code);
});

test.each([
  [{ writeKey: 'KEY' }, 'KEY'],
  [{ writeKey: 7 }, null],
  [{}, null],
  [[], null],
  [null, null],
])('the write key in %j is %j', (body, key) => {
  expect(bodyWriteKey(body)).toBe(key);
});
