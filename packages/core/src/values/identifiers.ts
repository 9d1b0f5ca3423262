import { normalizeEmail } from '../identifiers/email.js';
import { normalizeNationalId } from '../identifiers/national-id.js';
import { readPrehashed } from '../identifiers/prehashed.js';
import type { Sources } from '../extract.js';
import { isAbsent } from '../absent.js';
import { email, nationalId, phone, type Identifier } from '../parameters/identifiers.js';
import { readPath } from '../path.js';
import { refuse, unusable, type Refusal } from '../refusal.js';
import type { Run } from '../run.js';
import type { Settings } from '../settings.js';
import type { Tools } from '../tools.js';

type Row = Identifier<'email' | 'phone' | 'national_id'>;

type Normalize = (text: string, country: string | null, tools: Tools) => string | null;

/** The rows of the table that are hashed, each with its one normal form. Source: Loop's guide on contact data. */
const identifiers: readonly (readonly [row: Row, normalize: Normalize])[] = [
  [email, normalizeEmail],
  [phone, (text, country, tools) => tools.readPhone(text, country)],
  [nationalId, normalizeNationalId],
];

/** Longer text is no identifier, and is not looked into. In UTF-16 units. */
const maxLength = 512;

/** The hashed identifiers of an event, by key, in the order of Loop's table. */
export function hashIdentifiers(
  run: Run,
  sources: Sources,
  country: string | null,
  settings: Settings,
  tools: Tools,
): [key: string, hash: string][] {
  return identifiers.flatMap(([row, normalize]) => {
    const read = (value: unknown, source: string): [string, string][] | Refusal => {
      const single = Array.isArray(value) ? firstOf(run, row, value, source) : value;
      return readIdentifier(run, row, normalize, single, country, settings, tools);
    };
    const hashes = run.resolve(row.name, sources[row.name], read, true);
    return hashes ?? (row === email ? hashUserId(run, sources, settings, tools) : []);
  });
}

/** The user ID, if it is an e-mail address. A hash is not taken for one: it may be the hash of anything. */
function hashUserId(run: Run, sources: Sources, settings: Settings, tools: Tools): [string, string][] {
  for (const source of sources.user_id) {
    const value = readPath(run.root, source);
    const address = typeof value === 'string' && value.length <= maxLength ? normalizeEmail(value) : null;
    run.tracer?.tried('email', { source: source.text, result: address === null ? 'absent' : 'used', note: null });
    if (address === null) continue;
    run.keepIdentifier(address);
    return hashesOf(email, address, settings, tools);
  }
  return [];
}

function firstOf(run: Run, row: Row, values: readonly unknown[], source: string): unknown {
  run.note('first_of_array', row.name, source);
  return values[0];
}

function readIdentifier(
  run: Run,
  row: Row,
  normalize: Normalize,
  value: unknown,
  country: string | null,
  settings: Settings,
  tools: Tools,
): [string, string][] | Refusal {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (isAbsent(text) || typeof text !== 'string' || text.length > maxLength) return unusable;
  run.keepIdentifier(text);

  // Nothing is ever hashed twice.
  const prehashed = readPrehashed(text);
  if (prehashed === 'weak') return refuse('weak_hash');
  if (prehashed !== null) {
    return [[row.valueKeys[prehashed.algorithm === 'sha256' ? 0 : 1], prehashed.hash]];
  }

  const normal = normalize(text, country, tools);
  return normal === null ? unusable : hashesOf(row, normal, settings, tools);
}

function hashesOf(
  { valueKeys: [sha256Key, sha512Key] }: Row,
  normal: string,
  settings: Settings,
  tools: Tools,
): [string, string][] {
  const hashes: [string, string][] = [];
  if (settings.hash !== 'sha512') hashes.push([sha256Key, tools.sha256(normal)]);
  if (settings.hash !== 'sha256') hashes.push([sha512Key, tools.sha512(normal)]);
  return hashes;
}
