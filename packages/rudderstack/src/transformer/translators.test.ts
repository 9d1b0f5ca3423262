import { ConfigurationError } from '@rudderstack/integrations-lib';
import { translatorFor } from './translators.js';

it('compiles equal settings once', () => {
  expect(translatorFor({ sourceHashIos: 'XYZ123' })).toBe(translatorFor({ sourceHashIos: 'XYZ123' }));
  expect(translatorFor({ sourceHashIos: 'XYZ123' })).not.toBe(translatorFor({ sourceHashIos: 'XYZ124' }));
});

it('gives up the settings that were used longest ago, and keeps the ones in use', () => {
  const first = translatorFor({ sourceHashIos: 'FIRST' });
  const used = translatorFor({ sourceHashIos: 'USED' });
  for (let index = 0; index < 200; index++) {
    translatorFor({ sourceHashIos: `OTHER-${index}` });
    expect(translatorFor({ sourceHashIos: 'USED' })).toBe(used);
  }
  expect(translatorFor({ sourceHashIos: 'FIRST' })).not.toBe(first);
});

function problemOf(config: unknown): Readonly<Record<string, unknown>> {
  try {
    translatorFor(config);
  } catch (error) {
    if (error instanceof ConfigurationError) {
      const { message, status, statTags } = error;
      return { message, status, statTags };
    }
  }
  throw new Error('These settings are not wrong.');
}

it('says by the labels of the form what is wrong, each time, and quotes no value', () => {
  const config = { sourceHashAndroid: 'XYZ 123', maxUrlLength: '7', hash: 'md5' };
  const problem = {
    message:
      'The settings of the Loop destination are not usable. "Source hash for Android" (sourceHashAndroid): It must be the source hash that Loop gave you: text without spaces. "Hash algorithm" (hash): It must be "sha256", "sha512" or "both". "Longest URL" (maxUrlLength): It must be a whole number from 100 to 100000.',
    status: 400,
    statTags: { errorCategory: 'dataValidation', errorType: 'configuration' },
  };
  expect(problemOf(config)).toEqual(problem);
  expect(problemOf(config)).toEqual(problem);
});

it('names a parameter that there is not', () => {
  const { message } = problemOf({ sourceHashIos: 'XYZ123', sources: [{ from: 'color', to: 'a' }] });
  expect(message).toMatch(/"Sources of parameters" \(sources\): There is no such setting\. Known here: app, /);
});

it('takes no Config for an empty one', () => {
  expect(problemOf(undefined)).toEqual(problemOf({}));
  expect(problemOf({})['message']).toMatch(
    /^The settings of the Loop destination are not usable\. "Source hash for Android" \(sourceHashAndroid\) or "Source hash for iOS" \(sourceHashIos\): It is missing\. /,
  );
});
