import { SettingsError } from '../core';
import { translatorOf } from '../translator-cache';

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
