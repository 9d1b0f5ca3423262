import { createTranslator, type Tools } from '../src/translate/bare.js';
import { sha256 } from '../src/hash/hash.js';
import { countryReader } from '../src/normalize/country/country-reader.js';
import { normalizePhone } from '../src/normalize/phone.js';

describe('the bare translator', () => {
  it('uses the tools that are passed', () => {
    const translator = createTranslator(
      { sourceHash: 'XYZ123', hash: 'both' },
      {
        sha256: (text) => `sha256 of ${text}`,
        sha512: (text) => `sha512 of ${text}`,
        normalizePhone: (text, country) => `${text} in ${String(country)}`,
        countries: countryReader,
      },
    );
    const outcome = translator.translate({
      type: 'identify',
      context: {
        app: { namespace: 'com.example.app' },
        device: { type: 'android', model: 'Pixel6', advertisingId: 'abcdef-1234-5678' },
        ip: '181.46.137.10',
        location: { country: 'AR' },
        traits: { email: 'A@example.com', phone: '11 5119 0123' },
      },
    });
    if (outcome.status !== 'ready') throw new Error(`expected ready, got ${outcome.status}`);
    expect(Object.entries(outcome.request.params).slice(-4)).toEqual([
      ['value[ml_sh2]', 'sha256 of a@example.com'],
      ['value[ml_sh5]', 'sha512 of a@example.com'],
      ['value[mb_sh2]', 'sha256 of 11 5119 0123 in ar'],
      ['value[mb_sh5]', 'sha512 of 11 5119 0123 in ar'],
    ]);
  });

  it('asks a reader that does not know the names when an event needs them, and checks no name before', () => {
    const asked: string[] = [];
    const normalizeCountry = (text: string) => {
      asked.push(text);
      return null;
    };
    const countries = { isComplete: false, normalizeCountry, countryOfTimeZone: () => null };
    const tools = { sha256, sha512: sha256, normalizePhone, countries };
    const translator = createTranslator({ sourceHash: 'XYZ123', country: 'Narnia' }, tools);
    expect(asked).toEqual([]);
    const device = { type: 'android', model: 'Pixel6', advertisingId: 'abcdef-1234-5678' };
    const context = { app: { namespace: 'com.example.app' }, device, ip: '181.46.137.10' };
    expect(translator.translate({ type: 'track', context })).toEqual({
      status: 'invalid',
      problems: [{ code: 'invalid_ct', parameter: 'ct', source: 'settings.country', message: '' }],
      notes: [],
    });
    expect(asked).toEqual(['Narnia']);
    expect(() => createTranslator({ sourceHash: 'XYZ123', country: 'XX' }, tools)).toThrow('country');
  });

  it.each([
    ['nothing', undefined, 'sha256, sha512, normalizePhone, countries'],
    ['no hash', { normalizePhone, countries: countryReader }, 'sha256, sha512'],
    [
      'a text in place of a function',
      { sha256: 'sha256', sha512: sha256, normalizePhone, countries: countryReader },
      'sha256',
    ],
  ])('says what is missing when it is made with %s', (_, tools, missing) => {
    expect(() => createTranslator({ sourceHash: 'XYZ123' }, tools as unknown as Tools)).toThrow(
      new TypeError(
        `Nothing is built into @loop-adapters/core/bare. Pass createTranslator(settings, tools) these: ${missing}.`,
      ),
    );
  });
});
