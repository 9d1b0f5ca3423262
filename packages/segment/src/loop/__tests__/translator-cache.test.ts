import { SettingsError } from '../core';
import type { Settings } from '../generated-types';
import { translatorOf as translatorOfKey } from '../translator-cache';

const all = { email: true, phone: true, nationalId: true };

const translatorOf = (settings: Settings) => translatorOfKey({ settings, identifiers: all });

it('compiles the same settings once', () => {
  expect(translatorOf({ androidSourceHash: 'A' })).toBe(translatorOf({ androidSourceHash: 'A' }));
  expect(translatorOf({ androidSourceHash: 'A' })).not.toBe(translatorOf({ androidSourceHash: 'B' }));
});

it('forgets those that were not used for long, because they hold the source hash', () => {
  const kept = translatorOf({ androidSourceHash: 'kept' });
  const forgotten = translatorOf({ androidSourceHash: 'forgotten' });
  for (let number = 0; number < 49; number++) {
    translatorOf({ androidSourceHash: `other-${number}` });
    expect(translatorOf({ androidSourceHash: 'kept' })).toBe(kept);
  }
  expect(translatorOf({ androidSourceHash: 'forgotten' })).not.toBe(forgotten);
});

it('throws what is wrong with the settings', () => {
  expect(() => translatorOf({ androidSourceHash: 'A', country: 'Atlantis' })).toThrow(SettingsError);
});

it('leaves out the identifiers that the mapping has cleared', () => {
  const identifiers = { ...all, email: false };
  const { settings } = translatorOfKey({ settings: { androidSourceHash: 'A' }, identifiers });
  expect(settings.identifiers).toEqual(identifiers);
});
