import { composePayload, type Known } from './payload.js';

const idPaths = ['context.device.advertisingId', 'context.idfa', 'properties.gaid'];
const known: Known = {
  event: { type: 'track', event: 'Product Viewed' },
  page: { locale: 'es-CO', timezone: 'America/Bogota', platform: 'Android' },
  model: 'Pixel 6',
  answers: new Map(),
  consent: { categories: null, failure: null },
};
const answer = (value: unknown) => ({ value, failure: null });

describe('a composed payload', () => {
  it('holds the values of the app under settings, those of the page under page', () => {
    const answers: Known['answers'] = new Map([
      ['app.id', answer('com.example.app')],
      ['app.name', answer('Example')],
      ['device.model', answer('SM-G991B')],
      ['device.id', answer('vendor')],
      ['trackingStatus', answer('authorized')],
      ['ip', answer(undefined)],
      ['advertisingId', answer('abcdef-1234-5678')],
    ]);
    expect(composePayload({ ...known, answers }, idPaths)).toEqual({
      type: 'track',
      event: 'Product Viewed',
      context: {
        device: { id: 'vendor', trackingStatus: 'authorized' },
        timezone: 'America/Bogota',
        locale: 'es-CO',
      },
      settings: {
        app: { id: 'com.example.app', name: 'Example' },
        device: { model: 'SM-G991B' },
        advertisingId: 'abcdef-1234-5678',
      },
      page: { model: 'Pixel 6', platform: 'Android' },
    });
  });

  it('leaves what the event says as it is, and does not change the event', () => {
    const context = { locale: 'pt-BR', timezone: 'America/Bahia', device: { id: 'own', trackingStatus: 'denied' } };
    const event = { type: 'track', context };
    const before = structuredClone(event);
    const answers: Known['answers'] = new Map([
      ['device.id', answer('vendor')],
      ['trackingStatus', answer('authorized')],
    ]);
    expect(composePayload({ ...known, event, answers }, idPaths)).toEqual({
      type: 'track',
      context,
      settings: {},
      page: { model: 'Pixel 6', platform: 'Android' },
    });
    expect(event).toEqual(before);
  });

  it.each([
    [{ context: { device: { advertisingId: '00000000-0000-0000-0000-000000000000' } } }],
    [{ context: { idfa: 'another' } }],
    [{ properties: { gaid: 'another' } }],
  ])('an advertising ID of the event, even one of zeros, rules out the one of the app: %j', (event) => {
    const answers: Known['answers'] = new Map([['advertisingId', answer('abcdef-1234-5678')]]);
    expect(composePayload({ ...known, event, answers }, idPaths)).toMatchObject({ settings: {} });
  });
});
