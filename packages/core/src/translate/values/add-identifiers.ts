import { refuse, type Refusal } from '../../codes/refusal.js';
import { isAbsent } from '../../normalize/absent.js';
import { normalizeEmail } from '../../normalize/email.js';
import { readPrehashed } from '../../normalize/prehashed.js';
import type { Settings } from '../../settings/settings.js';
import { email } from '../../table/person.js';
import type { IdentifierFacts, IdentifierRow } from '../../table/row.js';
import { identifierRows } from '../../table/table.js';
import type { Sources } from '../extract.js';
import type { Pass } from '../pass.js';
import type { Tools } from '../tools.js';

type Row = (typeof identifierRows)[number];

/** Parameter and hash, one pair or two. */
type Hashes = readonly (readonly [param: string, hash: string])[];

/** Longer text is no identifier, and is not looked into. In UTF-16 units. */
const maxLength = 512;

/**
 * Compiles the settings into a function that adds the hashed identifiers of an event, in the order of the table. It takes
 * the country as alpha-2, for phones in national form.
 */
export function createAddIdentifiers(
  settings: Settings,
  sources: Sources,
  tools: Tools,
): (pass: Pass, country: string | null) => void {
  const { sha256, sha512, readPhone } = tools;

  /** An array gives its first element. */
  function read(pass: Pass, row: Row, country: string | null, value: unknown, source: string): Hashes | Refusal | null {
    const given = { country, readPhone, key: source.slice(source.lastIndexOf('.') + 1) };
    if (!Array.isArray(value)) return readSingle(pass, row, given, value);
    pass.addNote('first_of_array', row.name, source);
    return readSingle(pass, row, given, value[0]);
  }

  function readSingle(pass: Pass, row: Row, given: IdentifierFacts, value: unknown): Hashes | Refusal | null {
    const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
    if (isAbsent(text) || typeof text !== 'string' || text.length > maxLength) return null;
    pass.identifiers.addText(text);

    // Nothing is ever hashed twice.
    const prehashed = readPrehashed(text);
    if (prehashed === 'weak') return refuse('weak_hash');
    if (prehashed === 'nothing') return null;
    if (prehashed !== null) {
      const [sha256Key, sha512Key] = row.valueKeys;
      return [[`value[${prehashed.algorithm === 'sha256' ? sha256Key : sha512Key}]`, prehashed.hash]];
    }
    const normal = (row as IdentifierRow).normalize(text, given);
    const isText = typeof normal === 'string';
    if (row !== email) pass.identifiers.addNumber(isText ? normal : text);
    return isText ? hash(row, normal) : normal;
  }

  /** The user ID, if it is an e-mail address. A hash is not taken for one: it may be the hash of anything. */
  function hashUserId(pass: Pass): Hashes | undefined {
    for (const source of sources.user_id) {
      const value = pass.valueAt(source);
      const address = typeof value === 'string' && value.length <= maxLength ? normalizeEmail(value) : null;
      pass.addTrace(email.name, source.text, address === null ? 'absent' : 'used');
      if (address === null) continue;
      pass.identifiers.addText(address);
      return hash(email, address);
    }
    return undefined;
  }

  function hash({ valueKeys: [sha256Key, sha512Key] }: Row, normal: string): Hashes {
    switch (settings.hash) {
      case 'sha256':
        return [[`value[${sha256Key}]`, sha256(normal)]];
      case 'sha512':
        return [[`value[${sha512Key}]`, sha512(normal)]];
      case 'both':
        return [
          [`value[${sha256Key}]`, sha256(normal)],
          [`value[${sha512Key}]`, sha512(normal)],
        ];
    }
  }

  return (pass, country) => {
    for (const row of identifierRows) {
      if (!settings.identifiers[row.setting]) continue;
      const { value } = pass.take(row.name, sources[row.name], (given, source) =>
        read(pass, row, country, given, source),
      );
      const hashes = value ?? (row === email ? hashUserId(pass) : undefined);
      if (hashes !== undefined) for (const [param, text] of hashes) pass.draft.addPlain(param, text);
    }
  };
}
