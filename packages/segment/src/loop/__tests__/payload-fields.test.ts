import { payloadFields } from '../payload-fields';

it('unpacks text that Segment put into a list', () => {
  expect(payloadFields('track', { apps: ['WhatsApp,Waze'] })).toEqual({ type: 'track', apps: 'WhatsApp,Waze' });
  expect(payloadFields('track', { apps: ['WhatsApp', 'Waze'] })).toEqual({ type: 'track', apps: ['WhatsApp', 'Waze'] });
});

it('leaves objects alone, and does not change the payload', () => {
  const payload = { type: 'screen', properties: { a: 1 }, consent_preferences: { Advertising: true }, uid: { b: 'c' } };
  const before = JSON.stringify(payload);
  expect(payloadFields('screen', payload)).toEqual(payload);
  expect(JSON.stringify(payload)).toBe(before);
});
