import fc from 'fast-check';
import { createTranslator, SettingsError } from '../index.js';
import { normalizeCountry } from '../normalize/country/country-code.js';
import { parseSettings as parse } from './settings.js';

const parseSettings = (input: unknown) => parse(input, (text) => normalizeCountry(text) !== null);

function problemsOf(settings: unknown) {
  try {
    parseSettings(settings);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe('parseSettings', () => {
  it('fills in every default', () => {
    expect(parseSettings({ sourceHash: 'XYZ123' })).toEqual({
      sourceHash: { android: 'XYZ123', ios: 'XYZ123' },
      app: {},
      device: {},
      hash: 'sha256',
      identifiers: { email: true, phone: true, nationalId: true },
      properties: 'all',
      exclude: [],
      allow: [],
      eventKey: 'event',
      demographics: { fullBirthDate: false },
      consent: { required: [], deniedListIsComplete: false },
      minimumAge: 13,
      guess: { timezone: true, locale: true },
      sources: {},
      maxUrlLength: 8000,
      endpoint: 'https://api.retargetly.com/mobile',
    });
  });

  it('lists every problem by path, with what is accepted and what was meant', () => {
    const settings = {
      sourceHash: { andriod: 'XYZ123' },
      hash: 'sha-256',
      app: { id: 7 },
      properties: 'some',
      exclude: ['a', 1],
      eventKey: 'date',
      consent: { required: 'Advertising' },
      guess: { timeZone: false },
      sources: { applications: ['properties.apps'] },
      country: 'Narnia',
      maxUrlLength: 3,
      endpoint: 'http://loop.example.com/mobile',
      relay: 'relay.example.com',
      colour: 'red',
    };
    expect(problemsOf(settings)).toEqual([
      { path: 'sourceHash.andriod', message: 'There is no such setting. Did you mean "android"?' },
      { path: 'app.id', message: 'It must be text.' },
      { path: 'country', message: 'It must be a country, such as "AR" or "Argentina".' },
      { path: 'hash', message: 'It must be "sha256", "sha512" or "both". Did you mean "sha256"?' },
      { path: 'properties', message: 'It must be "all", "none" or a list.' },
      { path: 'exclude.1', message: 'It must be text.' },
      { path: 'eventKey', message: 'It must not be a key that Loop gives a meaning of its own.' },
      { path: 'consent.required', message: 'It must be a list.' },
      { path: 'guess.timeZone', message: 'There is no such setting. Did you mean "timezone"?' },
      {
        path: 'sources.applications',
        message:
          'There is no such setting. Known here: app, appn, apps, ct, device, ip, lan, mf, uid, device_type, email, phone, national_id, gender, age, birth_date, event, name.',
      },
      { path: 'maxUrlLength', message: 'It must be a whole number from 100 to 100000.' },
      {
        path: 'endpoint',
        message: 'It must be an https URL without a query (http only to this machine: localhost or 127.0.0.1).',
      },
      {
        path: 'relay',
        message: 'It must be an https URL without a query (http only to this machine: localhost or 127.0.0.1).',
      },
      {
        path: 'colour',
        message:
          'There is no such setting. Known here: sourceHash, app, country, fallbackCountry, device, hash, identifiers, properties, exclude, allow, eventKey, demographics, consent, minimumAge, guess, sources, maxUrlLength, endpoint, relay.',
      },
    ]);
  });

  it('says so in one message', () => {
    expect(() => createTranslator({ hash: 'sha-256' as 'sha256', eventKey: '' })).toThrow(
      new SettingsError([
        { path: 'hash', message: 'It must be "sha256", "sha512" or "both". Did you mean "sha256"?' },
        { path: 'eventKey', message: 'It must be a key of letters, digits, "_", "-" and ".".' },
      ]),
    );
  });

  it.each([null, [], 'XYZ123', 7, true])('refuses %j as a whole', (settings) => {
    expect(problemsOf(settings)).toEqual([{ path: '', message: 'It must be an object.' }]);
  });

  it('never shows the source hash', () => {
    expect(JSON.stringify(problemsOf({ sourceHash: 'my secret hash' }))).not.toContain('secret hash');
    expect(JSON.stringify(problemsOf({ sourceHash: { android: ['XYZ123'] } }))).not.toContain('XYZ123');
  });

  it('accepts settings of any shape, or refuses them with a SettingsError', () => {
    const names = ['sourceHash', 'app', 'hash', 'properties', 'exclude', 'consent', 'guess', 'sources', 'endpoint'];
    const anything = fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...names), fc.anything()));
    fc.assert(
      fc.property(anything, (settings) => {
        expect(Array.isArray(problemsOf(settings))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
