import { normalizeEmail } from '../../normalize/email.js';
import { normalizeNationalId } from '../../normalize/national-id.js';
import { readPrehashed } from '../../normalize/prehashed.js';
import type { Sources } from '../extract.js';
import { isAbsent } from '../../normalize/absent.js';
import { email, nationalId, phone, type Identifier } from '../../table/identifier-rows.js';
import { refuse, unusable, type Refusal } from '../refusal.js';
import type { RequestDraft } from '../../request/draft.js';
import type { Reader, Run } from '../pass.js';
import type { Settings } from '../../settings/settings.js';
import type { Tools } from '../tools.js';

/** A row of the table that is hashed, its parameters at Loop, and its one normal form. */
interface Hashed {
  readonly row: Identifier<'email' | 'phone' | 'national_id'>;
  readonly sha256Param: string;
  readonly sha512Param: string;
  readonly normalize: (text: string, country: string | null, tools: Tools) => string | null;
}

/** Parameter and hash, one pair or two. */
type Hashes = readonly (readonly [param: string, hash: string])[];

function hashed(row: Hashed['row'], normalize: Hashed['normalize']): Hashed {
  const [sha256Key, sha512Key] = row.valueKeys;
  return { row, sha256Param: `value[${sha256Key}]`, sha512Param: `value[${sha512Key}]`, normalize };
}

const hashedEmail = hashed(email, normalizeEmail);
const hashedPhone = hashed(phone, (text, country, tools) => tools.readPhone(text, country));
const hashedNationalId = hashed(nationalId, normalizeNationalId);

/** Longer text is no identifier, and is not looked into. In UTF-16 units. */
const maxLength = 512;

interface Context {
  readonly run: Run;
  readonly kind: Hashed;
  readonly country: string | null;
}

/**
 * Compiles the settings into a function that adds the hashed identifiers of an event, in the order of the table. It takes
 * the country as alpha-2, for phones in national form.
 */
export function createIdentifierReader(
  settings: Settings,
  tools: Tools,
): (draft: RequestDraft, run: Run, sources: Sources, country: string | null) => void {
  /** An array gives its first element. */
  const reader: Reader<Hashes, Context> = {
    read(value, { run, kind, country }, source) {
      if (!Array.isArray(value)) return readSingle(run, kind, value, country);
      run.note('first_of_array', kind.row.name, source);
      return readSingle(run, kind, value[0], country);
    },
  };

  function readSingle(run: Run, kind: Hashed, value: unknown, country: string | null): Hashes | Refusal {
    const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
    if (isAbsent(text) || typeof text !== 'string' || text.length > maxLength) return unusable;
    run.keepIdentifier(text);

    // Nothing is ever hashed twice.
    const prehashed = readPrehashed(text);
    if (prehashed === 'weak') return refuse('weak_hash');
    if (prehashed === 'nothing') return unusable;
    if (prehashed !== null) {
      return [[prehashed.algorithm === 'sha256' ? kind.sha256Param : kind.sha512Param, prehashed.hash]];
    }
    const normal = kind.normalize(text, country, tools);
    if (kind !== hashedEmail) run.keepNumber(normal ?? text);
    return normal === null ? unusable : hash(kind, normal);
  }

  /** The user ID, if it is an e-mail address. A hash is not taken for one: it may be the hash of anything. */
  function hashUserId(run: Run, sources: Sources): Hashes | undefined {
    for (const source of sources.user_id) {
      const value = run.read(source);
      const address = typeof value === 'string' && value.length <= maxLength ? normalizeEmail(value) : null;
      run.tried('email', source.text, address === null ? 'absent' : 'used');
      if (address === null) continue;
      run.keepIdentifier(address);
      return hash(hashedEmail, address);
    }
    return undefined;
  }

  function hash({ sha256Param, sha512Param }: Hashed, normal: string): Hashes {
    const { sha256, sha512 } = tools;
    switch (settings.hash) {
      case 'sha256':
        return [[sha256Param, sha256(normal)]];
      case 'sha512':
        return [[sha512Param, sha512(normal)]];
      case 'both':
        return [
          [sha256Param, sha256(normal)],
          [sha512Param, sha512(normal)],
        ];
    }
  }

  return (draft, run, sources, country) => {
    const resolve = (kind: Hashed): Hashes | undefined =>
      run.resolve(kind.row.name, sources[kind.row.name], reader, { run, kind, country }, true);
    const { identifiers } = settings;
    if (identifiers.email) add(draft, resolve(hashedEmail) ?? hashUserId(run, sources));
    if (identifiers.phone) add(draft, resolve(hashedPhone));
    if (identifiers.nationalId) add(draft, resolve(hashedNationalId));
  };
}

function add(draft: RequestDraft, hashes: Hashes | undefined): void {
  if (hashes !== undefined) for (const [param, hash] of hashes) draft.addPlain(param, hash);
}
