import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dbConfig } from './db-config.js';
import { fields } from './fields.js';
import type { SettingSchema } from './setting-schema.js';
import { uiConfig } from './ui-config.js';

const settings = JSON.parse(
  readFileSync(join(__dirname, '../../../core/settings.schema.json'), 'utf8'),
) as SettingSchema;

/** Every field of the form that has a key, however deep it stands, but for RudderStack's own consent form. */
function formFields(node: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('label' in node && 'configKey' in node) return [node];
  return Object.entries(node).flatMap(([key, inner]) => (key === 'consentSettingsTemplate' ? [] : formFields(inner)));
}

const form = formFields(uiConfig(settings));

it('shows every field once', () => {
  expect(form.map(({ configKey }) => configKey).sort()).toEqual(fields.map(({ key }) => key).sort());
});

it('hides source hashes, and nothing else', () => {
  const { config } = dbConfig() as { readonly config: { readonly secretKeys: readonly string[] } };
  const secret = form.filter((field) => field['secret'] === true).map(({ configKey }) => configKey);
  expect(secret).toEqual(['sourceHashAndroid', 'sourceHashIos']);
  expect(config.secretKeys).toEqual(secret);
});

it('has a sentence for every field', () => {
  expect(form.filter(({ note }) => typeof note !== 'string' || note === '')).toEqual([]);
});

it('says how each kind of field looks', () => {
  const shown = Object.fromEntries(form.map((field) => [String(field['configKey']), field]));
  expect(shown['hash']).toEqual({
    type: 'singleSelect',
    label: 'Hash algorithm',
    note: 'Hash of e-mail, phone and national ID: sha256, sha512 or both. A value that is a hash already is passed on as it is.',
    configKey: 'hash',
    options: [
      { label: 'SHA-256', value: 'sha256' },
      { label: 'SHA-512', value: 'sha512' },
      { label: 'Both', value: 'both' },
    ],
    default: 'sha256',
  });
  expect(shown['propertyNames']).toEqual({
    type: 'tagInput',
    label: 'Names of the properties and traits to send',
    note: 'Press Enter after each name.',
    configKey: 'propertyNames',
    placeholder: 'e.g: category',
    preRequisites: { fields: [{ configKey: 'properties', value: 'listed' }] },
    tagKey: 'propertyName',
    regex: '(^\\{\\{.*\\|\\|(.*)\\}\\}$)|(^env[.].+)|^(.{0,1000})$',
    regexErrorMessage: 'A name in the list is not of the right form',
    default: [{ propertyName: '' }],
  });
});

it('has the table of sources on a page of its own, the only place where RudderStack’s schemaGenerator.py can read one', () => {
  const { uiConfig: made } = uiConfig(settings) as {
    readonly uiConfig: { readonly baseTemplate: unknown; readonly redirectGroups: unknown };
  };
  const types = (node: unknown) => formFields(node).map(({ type }) => type);
  expect(types(made.baseTemplate)).not.toContain('mapping');
  expect(types(made.redirectGroups)).toEqual(['mapping']);
});
