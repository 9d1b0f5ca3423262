import { createTranslator, type SettingsInput } from '../src/index.js';
import { nodeHash } from '../src/hash/node-hash.js';
import identifiers from '../vectors/identifiers.json';
import prehashed from '../vectors/prehashed-email.json';
import { vectorEvent } from './vector-event.js';

const keys = { email: 'ml', phone: 'mb', nid: 'nid' } as const;
const traits = { email: 'email', phone: 'phone', nid: 'nid' } as const;

describe.each([
  ['the built-in hash', {}],
  ["Node's hash", nodeHash],
])('with %s', (_, tools) => {
  function values(trait: string, value: string, country: string | undefined, settings: SettingsInput) {
    const translator = createTranslator({ sourceHash: 'XYZ123', eventKey: null, ...settings }, tools);
    const outcome = translator.translate(vectorEvent(trait, value, country));
    if (outcome.status !== 'ready') throw new Error(`expected ready, got ${outcome.status}`);
    return Object.fromEntries(Object.entries(outcome.request.params).filter(([name]) => name.startsWith('value[')));
  }

  it.each(identifiers)('hashes $kind $input as Loop does', (vector) => {
    const kind = vector.kind as keyof typeof keys;
    const expected =
      vector.normalized === null
        ? {}
        : { [`value[${keys[kind]}_sh2]`]: vector.sha256, [`value[${keys[kind]}_sh5]`]: vector.sha512 };
    expect(values(traits[kind], vector.input, vector.country, { hash: 'both' })).toEqual(expected);
  });

  it.each(prehashed)('never hashes twice: $input, configured $configured', ({ input, configured, key, value }) => {
    const expected = key === null ? {} : { [`value[${key}]`]: value };
    expect(values('email', input, undefined, { hash: configured as 'sha256' | 'sha512' })).toEqual(expected);
  });
});
