import { refuse, type Refusal } from '../../codes/refusal.js';
import type { CountryReader } from '../../normalize/country/country-reader.js';
import { isAbsent } from '../../normalize/absent.js';
import { normalizeEmail } from '../../normalize/email.js';
import { normalizePrehashed } from '../../normalize/prehashed.js';
import type { Settings } from '../../settings/settings.js';
import { email, phone } from '../../table/person.js';
import { country as countryRow } from '../../table/place.js';
import type { IdentifierFacts, IdentifierRow } from '../../table/row.js';
import { identifierRows } from '../../table/table.js';
import { namesBusiness as isBusinessKey } from '../../normalize/business-key.js';
import type { Source, Sources } from '../extract.js';
import type { Found, Pass } from '../pass.js';
import type { Tools } from '../tools.js';

type Row = (typeof identifierRows)[number];

/** Parameter and hash, one pair or two. */
type Hashes = readonly { readonly param: `value[${string}]`; readonly hash: string }[];

const whatsAppId = /@(?:s\.whatsapp\.net|c\.us)$/i;

function isOfProperties(path: string | null): boolean {
  return path?.startsWith('properties.') === true;
}

/** The country that the person's own traits name; undefined if they name none. */
function readPersonCountry(pass: Pass, places: readonly Source[], countries: CountryReader): string | undefined {
  for (const source of places) {
    const value = pass.valueAt(source);
    const country = value === undefined ? null : countryRow.normalize(value, countries);
    if (country !== null) return country;
  }
  return undefined;
}

/** Whether a key of the properties says that what stands beside it is a business's, or somebody else's. */
function namesBusiness(pass: Pass, places: readonly Source[]): boolean {
  return places.some((source) => {
    const object = pass.valueAt(source);
    if (typeof object !== 'object' || object === null) return false;
    return Object.keys(object).slice(0, maxKeys).some(isBusinessKey);
  });
}

/** Keys that are looked at: properties have fewer. */
const maxKeys = 1000;

/** Longer text is no identifier, and is not looked into. In UTF-16 units. */
const maxLength = 512;

/**
 * Compiles the settings into a function that adds the hashed identifiers of an event, in the order of the table. It takes
 * the country of the event, for phones in national form of people whose own country is not known.
 */
export function createAddIdentifiers(
  settings: Settings,
  sources: Sources,
  tools: Tools,
): (pass: Pass, country: Found<string>) => void {
  const { sha256, sha512, normalizePhone, countries } = tools;

  /** An array gives its first element. */
  function read(pass: Pass, row: Row, country: string | null, value: unknown, source: string): Hashes | Refusal | null {
    const given = { country, normalizePhone, key: source.slice(source.lastIndexOf('.') + 1) };
    if (!Array.isArray(value)) return readSingle(pass, row, given, value);
    pass.addNote('first_of_array', row.name, source);
    return readSingle(pass, row, given, value[0]);
  }

  function readSingle(pass: Pass, row: Row, given: IdentifierFacts, value: unknown): Hashes | Refusal | null {
    const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
    if (isAbsent(text) || typeof text !== 'string' || text.length > maxLength) return null;
    pass.identifiers.addText(text);

    // Nothing is ever hashed twice.
    const prehashed = normalizePrehashed(text);
    if (prehashed === 'weak') return refuse('weak_hash');
    if (prehashed === 'nothing') return null;
    if (prehashed !== null) {
      const [sha256Key, sha512Key] = row.valueKeys;
      const key = prehashed.algorithm === 'sha256' ? sha256Key : sha512Key;
      return [{ param: `value[${key}]`, hash: prehashed.hash }];
    }
    const normal = (row as IdentifierRow).normalize(text, given);
    const isText = typeof normal === 'string';
    if (row !== email) pass.identifiers.addNumber(isText ? normal : text);
    return isText ? hash(row, normal) : normal;
  }

  /**
   * The user ID, if it is an e-mail address, or a phone's WhatsApp ID. A hash is not taken for one: it may be the hash of
   * anything.
   */
  function hashUserId(pass: Pass, row: Row): Hashes | undefined {
    if (row !== email && row !== phone) return undefined;
    for (const source of sources.user_id) {
      const value = pass.valueAt(source);
      if (value === undefined && pass.tracer === null) continue;
      const text = typeof value === 'string' && value.length <= maxLength ? value : '';
      const normal = row === email ? normalizeEmail(text) : whatsAppId.test(text) ? normalizePhone(text, null) : null;
      if (row === email) pass.addTrace(email.name, source.text, normal === null ? 'absent' : 'used');
      if (normal === null) continue;
      pass.identifiers.addText(text);
      if (row === phone) pass.identifiers.addNumber(normal);
      return hash(row, normal);
    }
    return undefined;
  }

  function hash({ valueKeys: [sha256Key, sha512Key] }: Row, normal: string): Hashes {
    const hashes: { param: `value[${string}]`; hash: string }[] = [];
    if (settings.hash !== 'sha512') hashes.push({ param: `value[${sha256Key}]`, hash: sha256(normal) });
    if (settings.hash !== 'sha256') hashes.push({ param: `value[${sha512Key}]`, hash: sha512(normal) });
    return hashes;
  }

  // Whoever names places in the settings knows whose they are.
  const isNamed = (row: Row): boolean => settings.sources[row.name] !== undefined;
  const places = identifierRows
    .filter((row) => settings.identifiers[row.setting])
    .map((row) => ({
      row,
      ofPerson: sources[row.name].filter(({ text }) => isNamed(row) || !isOfProperties(text)),
      ofProperties: sources[row.name].filter(({ text }) => !isNamed(row) && isOfProperties(text)),
    }));
  const countryPlaces = sources.ct.filter(({ text }) => /^(?:context\.)?traits\./.test(text));

  return (pass, country) => {
    const phoneCountry =
      readPersonCountry(pass, countryPlaces, countries) ?? (isOfProperties(country.source) ? null : country.value);
    const take = (row: Row, from: readonly Source[]): Hashes | undefined =>
      pass.tracer !== null || pass.hasAny(from)
        ? pass.take(row.name, from, (given, source) => read(pass, row, phoneCountry ?? null, given, source)).value
        : undefined;
    // A shop's phone is not the customer's.
    const isShop = (from: readonly Source[]): boolean => pass.hasAny(from) && namesBusiness(pass, sources.properties);
    for (const { row, ofPerson, ofProperties } of places) {
      const value = take(row, ofPerson) ?? (isShop(ofProperties) ? undefined : take(row, ofProperties));
      const hashes = value ?? hashUserId(pass, row);
      if (hashes !== undefined) for (const { param, hash } of hashes) pass.draft.addPlain(param, hash);
    }
  };
}
