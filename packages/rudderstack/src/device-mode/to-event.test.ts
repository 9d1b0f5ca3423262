import { toEvent } from './to-event.js';

it('takes out a time zone that is an offset, and leaves the payload as it was', () => {
  const message = { type: 'track', context: { timezone: 'GMT-0500', locale: 'es-PE' } };
  expect(toEvent(message)).toEqual({ type: 'track', context: { locale: 'es-PE' } });
  expect(message.context.timezone).toBe('GMT-0500');
});

it.each([
  [{ type: 'track' }],
  [{ type: 'track', context: null }],
  [{ type: 'track', context: { timezone: 'America/Lima' } }],
])('leaves %j as it is', (message) => {
  expect(toEvent(message)).toBe(message);
});
