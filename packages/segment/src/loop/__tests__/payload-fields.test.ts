import { payloadFields } from '../payload-fields';

it('takes the first value that is there, of a field that has several', () => {
  const email = {
    context_traits_email: ' ',
    context_traits_emails: null,
    properties_email: 'example@example.com',
    z: 'x',
  };
  expect(payloadFields('track', { email })).toEqual({ type: 'track', email: 'example@example.com' });
});

it('keeps a list that is a value', () => {
  const emails = ['one@example.com', 'two@example.com'];
  expect(payloadFields('track', { email: { mine: emails } })).toEqual({ type: 'track', email: emails });
});

it('unpacks text that Segment put into a list', () => {
  expect(payloadFields('track', { apps: ['WhatsApp,Waze'] })).toEqual({ type: 'track', apps: 'WhatsApp,Waze' });
  expect(payloadFields('track', { apps: ['WhatsApp', 'Waze'] })).toEqual({ type: 'track', apps: ['WhatsApp', 'Waze'] });
});

it('leaves objects alone that are meant as objects, and does not change the payload', () => {
  const payload = { type: 'screen', properties: { a: 1 }, consent_preferences: { Advertising: true }, uid: { b: 'c' } };
  const before = JSON.stringify(payload);
  expect(payloadFields('screen', payload)).toEqual({ ...payload, uid: 'c' });
  expect(JSON.stringify(payload)).toBe(before);
});
