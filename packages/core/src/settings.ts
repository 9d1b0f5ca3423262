import * as v from 'valibot';
import { isEndpoint, loopEndpoint } from './endpoint.js';
import { readCountry } from './parameters/country-code.js';
import { parameters, type ReplaceableName } from './parameters/index.js';
import { reservedKeys } from './reserved-keys.js';
import { SettingsError } from './settings-error.js';
import { settingsProblems } from './settings-problems.js';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty; leave it out'), v.maxLength(1000));

const secret = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^\S{1,256}$/, 'must be the source hash that Loop gave you: text without spaces'),
);

const key = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_.-]{1,64}$/, 'must be a key of letters, digits, "_", "-" and "."'),
  v.notValues([...reservedKeys], 'must not be a key that Loop gives a meaning of its own'),
);

const path = v.pipe(
  v.string(),
  v.maxLength(256),
  v.regex(/^[^\s.]+(?:\.[^\s.]+)*$/, 'must be a path into the event, such as "context.device.model"'),
);

const url = v.pipe(
  v.string(),
  v.trim(),
  v.check(isEndpoint, 'must be an https URL without a query (http only to this machine: localhost or 127.0.0.1)'),
);

const names = v.pipe(v.array(text), v.maxLength(1000));

const paths = v.optional(v.pipe(v.array(path), v.nonEmpty('must name at least one path'), v.maxLength(50)));

const sources = Object.fromEntries(
  parameters.filter((row) => row.replaceable).map((row) => [row.name, paths]),
) as Record<ReplaceableName, typeof paths>;

/**
 * The settings' one schema: the types, the defaults, the JSON Schema and the table in the docs come from it.
 */
export const settingsSchema = v.strictObject({
  sourceHash: v.pipe(
    v.optional(
      v.union([
        secret,
        v.pipe(
          v.strictObject({ android: v.optional(secret), ios: v.optional(secret) }),
          v.check(
            (hashes) => hashes.android !== undefined || hashes.ios !== undefined,
            'must name a source hash for android, for ios, or for both',
          ),
        ),
      ]),
    ),
    v.title('Source hash'),
    v.description(
      'The secret that Loop gave you: one text, or { "android": "…", "ios": "…" }, because Loop makes one source per platform.',
    ),
  ),
  app: v.pipe(
    v.optional(v.strictObject({ id: v.optional(text), name: v.optional(text) }), {}),
    v.title('App'),
    v.description('ID and name of the app, for events that do not carry them.'),
  ),
  country: v.pipe(
    v.optional(
      v.pipe(
        v.string(),
        v.check((name) => readCountry(name) !== null, 'must be a country, such as "AR" or "Argentina"'),
      ),
    ),
    v.title('Country'),
    v.description('Country for events from which none can be read or guessed.'),
  ),
  device: v.pipe(
    v.optional(v.strictObject({ model: v.optional(text) }), {}),
    v.title('Device'),
    v.description('Device model for events that do not carry one.'),
  ),
  hash: v.pipe(
    v.optional(v.picklist(['sha256', 'sha512', 'both']), 'sha256'),
    v.title('Hash'),
    v.description('Hash of e-mail, phone and national ID. A value that is a hash already is passed on as it is.'),
  ),
  properties: v.pipe(
    v.optional(v.union([v.picklist(['all', 'none']), names]), 'all'),
    v.title('Properties'),
    v.description('Which properties and traits are sent: "all", "none", or a list of names.'),
  ),
  exclude: v.pipe(
    v.optional(names, []),
    v.title('Exclude'),
    v.description('Names of properties and traits that are never sent.'),
  ),
  allow: v.pipe(
    v.optional(names, []),
    v.title('Allow'),
    v.description(
      'Names of properties and traits that are sent although they look like personal data. A raw e-mail address is never sent.',
    ),
  ),
  eventKey: v.pipe(
    v.optional(v.nullable(key), 'event'),
    v.title('Event key'),
    v.description('Key under which the name of the event, screen or page is sent: value[event]. null sends no name.'),
  ),
  demographics: v.pipe(
    v.optional(v.strictObject({ fullBirthDate: v.optional(v.boolean(), false) }), {}),
    v.title('Demographics'),
    v.description('Whether the full date of birth is sent too, as value[date]. The year of birth always is.'),
  ),
  consent: v.pipe(
    v.optional(v.strictObject({ required: v.optional(names, []) }), {}),
    v.title('Consent'),
    v.description('Consent categories that an event must grant, all of them. Without any, consent is not checked.'),
  ),
  guess: v.pipe(
    v.optional(v.strictObject({ timezone: v.optional(v.boolean(), true), locale: v.optional(v.boolean(), true) }), {}),
    v.title('Guess'),
    v.description('Whether the country may be guessed from the time zone and from the region of the locale.'),
  ),
  sources: v.pipe(
    v.optional(v.strictObject(sources), {}),
    v.title('Sources'),
    v.description('Paths into the event, per parameter, that replace the built-in ones.'),
  ),
  maxUrlLength: v.pipe(
    v.optional(v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(100), v.maxValue(100_000)), 8000),
    v.title('Longest URL'),
    v.description('Longest URL in characters. Over it, installed apps and properties are cut from the end.'),
  ),
  endpoint: v.pipe(
    v.optional(url, loopEndpoint),
    v.title('Endpoint'),
    v.description('URL of Loop’s Mobile API, or of the sandbox that stands in for it.'),
  ),
  relay: v.pipe(
    v.optional(url),
    v.title('Relay'),
    v.description('URL of your relay. Events go there without source hash and IP address, which the relay fills in.'),
  ),
});

/** The settings as a user writes them: everything is optional. */
export type SettingsInput = v.InferInput<typeof settingsSchema>;

/** The settings as the core uses them, with every default in place. */
export type Settings = v.InferOutput<typeof settingsSchema>;

/**
 * Checks settings of any shape and fills in the defaults.
 * @throws SettingsError with every problem, if there is one.
 */
export function parseSettings(input: unknown): Settings {
  let result;
  try {
    // To the schema an array is an object without keys.
    result = v.safeParse(settingsSchema, Array.isArray(input) ? null : input);
  } catch {
    throw new SettingsError([{ path: '', message: 'The settings could not be read. Pass a plain object.' }]);
  }
  if (!result.success) throw new SettingsError(settingsProblems(settingsSchema, result.issues));
  return result.output;
}
