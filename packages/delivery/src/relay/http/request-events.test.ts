import { readBatch, readSingle, readWebhook } from './request-events.js';
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
  expect(readSingle(body, 'identify')).toEqual({
    events: [{ type: 'identify', event: 'x', messageId: '1' }],
    context: null,
    integrations: null,
  });
  expect(body.type).toBe('track');
});

test('a batch gives its events in order, and the context beside them once', () => {
  const batch = [{ type: 'track', context: { ip: '192.0.2.1' } }, { type: 'page' }, 'x', null];
  const context = { ip: '192.0.2.9', locale: 'es' };
  expect(readBatch({ batch })).toEqual({ events: batch, context: null, integrations: null });
  expect(readBatch({ batch, context, integrations: { Loop: false } })).toEqual({
    events: batch,
    context,
    integrations: { Loop: false },
  });
  expect(readBatch({ batch, context: 'x' })).toEqual({ events: batch, context: null, integrations: null });
});

test('a webhook is one event, several, or a batch', () => {
  const [track, page] = [{ type: 'track' }, { type: 'page' }];
  expect(readWebhook(track)).toEqual({ events: [track], context: null, integrations: null });
  expect(readWebhook([track, page])).toEqual({ events: [track, page], context: null, integrations: null });
  expect(readWebhook({ batch: [track], context: page })).toEqual({
    events: [track],
    context: page,
    integrations: null,
  });
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
