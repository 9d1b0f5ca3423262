import type { ParameterRow } from './row.js';

/** Where a person's traits stand: Segment, RudderStack's JS SDK, and properties. The person's own come first. */
function inEveryRoot(keys: readonly string[]): string[] {
  return ['traits', 'context.traits', 'properties'].flatMap((root) => keys.map((key) => `${root}.${key}`));
}

/** A row whose value is hashed: its keys are those of the SHA-256 and of the SHA-512. */
export interface Identifier<Name extends string = string> extends ParameterRow<Name> {
  readonly valueKeys: readonly [sha256Key: string, sha512Key: string];
}

const identifier = { kind: 'identifier', required: false, setting: null, replaceable: true } as const;

export const email = {
  ...identifier,
  name: 'email',
  label: 'E-mail',
  sources: inEveryRoot(['email', 'emails']),
  valueKeys: ['ml_sh2', 'ml_sh5'],
} as const satisfies Identifier;

/** Tried for the e-mail after its own sources. Most user IDs are none, and that is no fault. */
export const userId = {
  ...identifier,
  name: 'user_id',
  label: 'User ID',
  sources: ['userId'],
  replaceable: false,
} as const satisfies ParameterRow;

export const phone = {
  ...identifier,
  name: 'phone',
  label: 'Phone',
  sources: inEveryRoot(['phone', 'mobile', 'phoneNumber', 'phone_number']),
  valueKeys: ['mb_sh2', 'mb_sh5'],
} as const satisfies Identifier;

export const nationalId = {
  ...identifier,
  name: 'national_id',
  label: 'National ID',
  sources: inEveryRoot(['nid', 'nationalId', 'national_id', 'dni', 'cpf', 'rut', 'document']),
  valueKeys: ['nid_sh2', 'nid_sh5'],
} as const satisfies Identifier;
