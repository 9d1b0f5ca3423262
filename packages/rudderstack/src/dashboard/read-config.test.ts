import { createTranslator } from '@loop-adapters/core';
import { readConfig } from './read-config.js';
import { validationCases } from './validation-cases.js';

const full = {
  sourceHashAndroid: ' XYZ123 ',
  sourceHashIos: 'XYZ124',
  appId: 'com.example.app',
  appName: 'Example App',
  country: 'AR',
  deviceModel: 'Pixel6',
  guessTimezone: false,
  guessLocale: true,
  properties: 'listed',
  propertyNames: [{ propertyName: 'category' }, { propertyName: ' ' }, { propertyName: 'price' }],
  exclude: [{ excludedName: 'internal_id' }],
  sendEventName: true,
  eventKey: 'name',
  hash: 'both',
  consentRequired: [{ consentCategory: 'Advertising' }],
  fullBirthDate: true,
  allow: [{ allowedName: 'card_color' }],
  sources: [
    { from: 'apps', to: 'properties.my_apps' },
    { from: 'ct', to: 'properties.pais' },
    { from: 'apps', to: 'traits.my_apps' },
    { from: '', to: 'traits.nothing' },
  ],
  maxUrlLength: '4000',
  endpoint: 'https://loop.example/mobile',
  relay: 'https://relay.example/mobile',
  connectionMode: { android: 'cloud' },
  consentManagement: {},
};

it('reads every field of the form', () => {
  expect(readConfig(full)).toEqual({
    sourceHash: { android: 'XYZ123', ios: 'XYZ124' },
    app: { id: 'com.example.app', name: 'Example App' },
    country: 'AR',
    device: { model: 'Pixel6' },
    guess: { timezone: false, locale: true },
    properties: ['category', 'price'],
    exclude: ['internal_id'],
    eventKey: 'name',
    hash: 'both',
    consent: { required: ['Advertising'] },
    demographics: { fullBirthDate: true },
    allow: ['card_color'],
    sources: { apps: ['properties.my_apps', 'traits.my_apps'], ct: ['properties.pais'] },
    maxUrlLength: 4000,
    endpoint: 'https://loop.example/mobile',
    relay: 'https://relay.example/mobile',
  });
});

it('leaves empty fields to the defaults of the core', () => {
  const empty = Object.fromEntries(Object.keys(full).map((key) => [key, '']));
  expect(readConfig(empty)).toEqual({});
  expect(readConfig(null)).toEqual({});
  expect(readConfig([])).toEqual({});
});

it('does not count what a field holds that the form hides', () => {
  expect(readConfig({ properties: 'none', propertyNames: [{ propertyName: 'a' }] })).toEqual({ properties: 'none' });
  expect(readConfig({ sendEventName: false, eventKey: 'name' })).toEqual({ eventKey: null });
});

it('passes on what is not of the right kind, for the core to name it', () => {
  const wrong = {
    maxUrlLength: 'long',
    exclude: 'a',
    fullBirthDate: 'yes',
    hash: 7,
    sources: 'x',
    allow: [{ allowedName: 7 }],
  };
  expect(readConfig(wrong)).toEqual({
    maxUrlLength: 'long',
    exclude: 'a',
    demographics: { fullBirthDate: 'yes' },
    hash: 7,
    sources: 'x',
    allow: [7],
  });
});

it('is not fooled by names of the language', () => {
  const settings = readConfig({ sources: [{ from: '__proto__', to: 'a.b' }] });
  expect(Object.keys(settings.sources ?? {})).toEqual(['__proto__']);
  expect(Object.hasOwn(Object.prototype, '0')).toBe(false);
});

it.each(validationCases.filter(({ result }) => result))(
  'makes settings that the core takes: $testTitle',
  ({ config }) => {
    expect(() => createTranslator(readConfig(config))).not.toThrow();
  },
);
