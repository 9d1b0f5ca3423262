import type { Parameter } from './parameter.js';

/** Where a person's traits stand: Segment, RudderStack's JS SDK, and properties. The person's own come first. */
function inEveryRoot(keys: readonly string[]): string[] {
  return ['traits', 'context.traits', 'properties'].flatMap((root) => keys.map((key) => `${root}.${key}`));
}

/** A row whose value is hashed: its keys are those of the SHA-256 and of the SHA-512. */
export interface Identifier<Name extends string = string> extends Parameter<Name> {
  readonly valueKeys: readonly [sha256Key: string, sha512Key: string];
}

const identifier = { kind: 'identifier', required: false, setting: null, replaceable: true } as const;

export const email = {
  ...identifier,
  name: 'email',
  label: 'E-mail',
  description:
    'E-mail address of the person. It is hashed before it leaves; an existing SHA-256 or SHA-512 is passed on.',
  expects: 'an e-mail address, or its SHA-256 or SHA-512 in hex',
  sources: inEveryRoot(['email', 'emails']),
  valueKeys: ['ml_sh2', 'ml_sh5'],
} as const satisfies Identifier;

/** Tried for the e-mail after its own sources. Most user IDs are none, and that is no fault. */
export const userId = {
  ...identifier,
  name: 'user_id',
  label: 'User ID',
  description: 'User ID of the event. It is used only if it is an e-mail address, and then as the person’s e-mail.',
  expects: 'an e-mail address',
  sources: ['userId'],
  replaceable: false,
} as const satisfies Parameter;

export const phone = {
  ...identifier,
  name: 'phone',
  label: 'Phone',
  description:
    'Phone of the person, in international form or in the national form of the event’s country. It is hashed before it leaves.',
  expects: 'a phone with its country code, or in the national form of the country in ct',
  sources: inEveryRoot(['phone', 'mobile', 'phoneNumber', 'phone_number']),
  valueKeys: ['mb_sh2', 'mb_sh5'],
} as const satisfies Identifier;

export const nationalId = {
  ...identifier,
  name: 'national_id',
  label: 'National ID',
  description: 'National ID of the person (DNI, CPF, RUT, …). Its digits are hashed before they leave.',
  expects: 'a national ID with at least one digit',
  sources: inEveryRoot(['nid', 'nationalId', 'national_id', 'dni', 'cpf', 'rut', 'document']),
  valueKeys: ['nid_sh2', 'nid_sh5'],
} as const satisfies Identifier;
