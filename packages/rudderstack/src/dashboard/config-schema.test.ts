import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { configSchema } from './config-schema.js';
import type { SettingSchema } from './setting-schema.js';
import { validationCases } from './validation-cases.js';

const settings = JSON.parse(
  readFileSync(join(__dirname, '../../../core/settings.schema.json'), 'utf8'),
) as SettingSchema;

/** The options and the sentences of rudder-integrations-config's validator. */
const ajv = new Ajv({
  allErrors: true,
  useDefaults: true,
  strict: false,
  strictNumbers: true,
  strictTypes: true,
  strictTuples: true,
});
const { configSchema: schema } = configSchema(settings) as { readonly configSchema: Record<string, unknown> };
const validate = ajv.compile(schema);

function problemsOf(config: unknown): readonly string[] {
  validate(config);
  return (validate.errors ?? []).map(
    ({ instancePath, message = '' }) => `${instancePath.slice(1).replaceAll('/', '.')} ${message}`,
  );
}

it.each(validationCases)('$testTitle', ({ config, err = [] }) => {
  expect(problemsOf(structuredClone(config))).toEqual(err);
});

it('fills in the defaults of the core', () => {
  const config = { sourceHashAndroid: 'XYZ123', sourceHashIos: '' };
  expect(problemsOf(config)).toEqual([]);
  expect(config).toEqual({
    sourceHashAndroid: 'XYZ123',
    sourceHashIos: '',
    guessTimezone: true,
    guessLocale: true,
    properties: 'all',
    sendEventName: true,
    hash: 'sha256',
    identifyByEmail: true,
    identifyByPhone: true,
    identifyByNationalId: true,
    deniedListIsComplete: false,
    fullBirthDate: false,
  });
});
