import { composeEvent } from '../compose-event';

const context = { app: { namespace: 'com.example.app' }, traits: { email: 'n/a', address: { country: 'AR' } } };
const whole = { type: 'track', event: 'Order Completed', traits: { email: 'ana@example.com' }, context };

/** What Segment's default mapping of the field makes of it: a copy. */
const merged = { email: 'ana@example.com', address: { country: 'AR' } };

it('leaves both places of the traits as they are under the default mapping', () => {
  const { event } = composeEvent('track', { whole_event: whole, traits: merged, properties: {} });
  expect(event).toEqual({ ...whole, properties: {} });
});

it.each([
  ['another value', { ...merged, email: 'eva@example.com' }],
  ['another value deep inside', { ...merged, address: { country: 'UY' } }],
  ['one more', { ...merged, phone: '1' }],
  ['one less', { email: 'ana@example.com' }],
])('puts mapped traits in the place of both: %s', (_, traits) => {
  const { event } = composeEvent('track', { whole_event: whole, traits, properties: {} });
  expect(event).toEqual({ ...whole, traits, context: { ...context, traits: undefined }, properties: {} });
});

it('puts the value of each other field where the core looks first, and changes nothing that it is given', () => {
  const before = JSON.stringify(whole);
  const { event } = composeEvent('screen', {
    whole_event: whole,
    traits: merged,
    properties: {},
    event: 'Home',
    appn: 'Example App',
    uid: 'abcdef-1234-5678',
    lan: '',
    apps: [],
  });
  expect(event).toEqual({
    ...whole,
    type: 'screen',
    name: 'Home',
    properties: {},
    context: {
      ...context,
      app: { namespace: 'com.example.app', name: 'Example App' },
      device: { advertisingId: 'abcdef-1234-5678' },
    },
  });
  expect(JSON.stringify(whole)).toBe(before);
});

it.each([null, 7, 'text', [], { context: 'text', traits: ['a'] }])('makes an event of anything: %j', (given) => {
  const { event } = composeEvent('track', { whole_event: given, app: 'com.example.app' });
  expect(event).toMatchObject({ type: 'track', context: { app: { namespace: 'com.example.app' } } });
});

it('names the identifiers that may be taken', () => {
  const none = { email: false, phone: false, nationalId: false };
  expect(composeEvent('track', { whole_event: whole }).identifiers).toEqual(none);
  expect(composeEvent('track', { phone: '1' }).identifiers).toEqual({ ...none, phone: true });
  expect(composeEvent('track', { traits: {} }).identifiers).toEqual({ email: true, phone: true, nationalId: true });
});

it('leaves the properties of an identify call to the core, unless the traits were cleared', () => {
  const whole = { type: 'identify', properties: { email: 'ana@example.com' } };
  expect(composeEvent('identify', { whole_event: whole, traits: {} }).event).toEqual({ ...whole });
  expect(composeEvent('identify', { whole_event: whole }).event).toEqual({ type: 'identify', context: {} });
});
