import { isEndpoint, loopEndpoint } from '../loop-api/endpoint.js';
import { mayBeCountry } from '../normalize/country/is-country-code.js';
import { normalizeSourceHash } from '../request/source-hash.js';
import { parameters, reservedKeys, type ReplaceableName } from '../table/table.js';
import { readSettings } from './read-setting.js';
import type { GroupForm } from './settings-form.js';
import type { Settings, SettingsInput } from './generated/settings-types.js';

export type { Settings, SettingsInput } from './generated/settings-types.js';

const text = { type: 'string', trim: true, min: 1, max: 1000 } as const;

const secret = {
  type: 'string',
  trim: true,
  rules: [[/^\S{1,256}$/, 'must be the source hash that Loop gave you: text without spaces']],
} as const;

const key = {
  type: 'string',
  rules: [
    [/^[A-Za-z0-9_.-]{1,64}$/, 'must be a key of letters, digits, "_", "-" and "."'],
    [(name: string) => !reservedKeys.includes(name), 'must not be a key that Loop gives a meaning of its own'],
  ],
} as const;

const path = {
  type: 'string',
  max: 256,
  rules: [[/^[^\s.]+(?:\.[^\s.]+)*$/, 'must be a path into the event, such as "context.device.model"']],
} as const;

const url = {
  type: 'string',
  trim: true,
  rules: [[isEndpoint, 'must be an https URL without a query (http only to this machine: localhost or 127.0.0.1)']],
} as const;

const names = { type: 'array', items: text, max: 1000 } as const;

const paths = { type: 'array', items: path, min: 1, max: 50 } as const;

const sources = Object.fromEntries(
  parameters.filter((row) => row.replaceable).map((row) => [row.name, paths]),
) as Record<ReplaceableName, typeof paths>;

const countryOf = (isCountry: (name: string) => boolean) =>
  ({ type: 'string', rules: [[isCountry, 'must be a country, such as "AR" or "Argentina"']] }) as const;

/** Without the names, which no page loads before an event needs them. */
const country = countryOf(mayBeCountry);

const off = { type: 'boolean', default: false } as const;
const on = { type: 'boolean', default: true } as const;

/**
 * The settings' one schema: the types, the defaults, the JSON Schema and the table in the docs come from it. What
 * people read about each setting stands in `settingWords`, so that no page has to load it.
 */
export const settingsSchema = {
  type: 'object',
  entries: {
    sourceHash: {
      anyOf: [
        secret,
        {
          type: 'object',
          entries: { android: secret, ios: secret },
          rules: [
            [
              ({ android, ios }: { readonly android?: unknown; readonly ios?: unknown }) =>
                (android ?? ios) !== undefined,
              'must name a source hash for android, for ios, or for both',
            ],
          ],
        },
      ],
    },
    app: { type: 'object', entries: { id: text, name: text }, default: {} },
    country,
    fallbackCountry: country,
    device: { type: 'object', entries: { model: text }, default: {} },
    hash: { enum: ['sha256', 'sha512', 'both'], default: 'sha256' },
    identifiers: { type: 'object', entries: { email: on, phone: on, nationalId: on }, default: {} },
    properties: { anyOf: [{ enum: ['all', 'none'] }, names], default: 'all' },
    exclude: { ...names, default: [] },
    allow: { ...names, default: [] },
    eventKey: { anyOf: [key, { type: 'null' }], default: 'event' },
    demographics: { type: 'object', entries: { fullBirthDate: off }, default: {} },
    consent: {
      type: 'object',
      entries: { required: { ...names, default: [] }, deniedListIsComplete: off },
      default: {},
    },
    minimumAge: { type: 'number', min: 0, max: 120, default: 13 },
    guess: { type: 'object', entries: { timezone: on, locale: on }, default: {} },
    sources: { type: 'object', entries: sources, default: {} },
    maxUrlLength: { type: 'number', min: 100, max: 100_000, default: 8000 },
    endpoint: { ...url, default: loopEndpoint },
    relay: url,
  },
} as const satisfies GroupForm;

/**
 * Checks settings of any shape and fills in the defaults.
 * @param isCountry whether a text is a country, by someone who knows the names
 * @throws SettingsError with every problem, if there is one.
 */
export function parseSettings(input: unknown, isCountry: (text: string) => boolean): Settings {
  const named = countryOf((text) => mayBeCountry(text) && isCountry(text));
  const form: GroupForm = {
    ...settingsSchema,
    entries: { ...settingsSchema.entries, country: named, fallbackCountry: named },
  };
  const { sourceHash, ...others } = readSettings(form, input) as Omit<Settings, 'sourceHash'> &
    Pick<SettingsInput, 'sourceHash'>;
  return { ...others, sourceHash: normalizeSourceHash(sourceHash) };
}
