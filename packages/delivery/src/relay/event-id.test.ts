import { eventId } from './event-id.js';

test('the same message ID gives the same ID, and nothing of it shows', () => {
  const id = eventId({ messageId: 'ana@example.com' });
  expect(id).toMatch(/^[\w-]{43}$/);
  expect([eventId({ messageId: 'ana@example.com', event: 'x' }), eventId({ messageId: 'b' }) === id]).toEqual([id, false]);
});

test.each([[null], ['x'], [{}], [{ messageId: 7 }], [{ messageId: '' }], [{ messageId: 'x'.repeat(1001) }]])(
  '%j has none',
  (event) => {
    expect(eventId(event)).toBeNull();
  },
);
