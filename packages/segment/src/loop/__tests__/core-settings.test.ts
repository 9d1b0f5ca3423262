import { coreSettings } from '../core-settings';

it('puts every setting where the core has it', () => {
  expect(
    coreSettings({
      androidSourceHash: 'ANDROID',
      iosSourceHash: 'IOS',
      hash: 'both',
      country: 'AR',
      guessTimezone: false,
      guessLocale: 'true',
      properties: 'plan, total',
      exclude: 'step',
      allow: 'name, nombre,',
      consentCategories: 'Advertising',
      fullBirthDate: true,
      appId: 'com.example.app',
      appName: 'Example App',
      deviceModel: 'Generic',
      maxUrlLength: '2000',
      endpoint: 'https://example.com/mobile',
    }),
  ).toEqual({
    sourceHash: { android: 'ANDROID', ios: 'IOS' },
    hash: 'both',
    country: 'AR',
    guess: { timezone: false, locale: true },
    properties: ['plan', 'total'],
    exclude: ['step'],
    allow: ['name', 'nombre'],
    consent: { required: ['Advertising'] },
    demographics: { fullBirthDate: true },
    app: { id: 'com.example.app', name: 'Example App' },
    device: { model: 'Generic' },
    maxUrlLength: 2000,
    endpoint: 'https://example.com/mobile',
  });
});

it.each([
  ['empty', ''],
  ['white space', '  '],
  ['null', null],
  ['undefined', undefined],
])('takes %s for absent', (_, blank) => {
  const settings = { androidSourceHash: blank, hash: blank, exclude: blank, properties: blank, fullBirthDate: blank };
  expect(coreSettings(settings)).toEqual({});
});

it('takes lists as lists, and lists without names for absent', () => {
  expect(coreSettings({ exclude: ['a', ' b '], allow: [], properties: ', ' })).toEqual({ exclude: ['a', 'b'] });
});

it('knows the words for all and none in any case', () => {
  expect(coreSettings({ properties: ' All ' })).toEqual({ properties: 'all' });
  expect(coreSettings({ properties: 'NONE' })).toEqual({ properties: 'none' });
});

it('knows the word for no name of the event in any case', () => {
  expect(coreSettings({ eventKey: ' None ' })).toEqual({ eventKey: null });
  expect(coreSettings({ eventKey: 'name' })).toEqual({ eventKey: 'name' });
});

it('reads yes and no as text, and leaves anything else to the core to refuse', () => {
  expect(coreSettings({ fullBirthDate: 'true' })).toEqual({ demographics: { fullBirthDate: true } });
  expect(coreSettings({ fullBirthDate: 'false' })).toEqual({ demographics: { fullBirthDate: false } });
  expect(coreSettings({ fullBirthDate: 'perhaps', hash: 5 })).toEqual({
    demographics: { fullBirthDate: 'perhaps' },
    hash: 5,
  });
});
