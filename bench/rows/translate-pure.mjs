import { createTranslator } from '@loop-adapters/core';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { compareTranslate } from '../compare-translate.mjs';
import { standardSettings } from '../standard-event.mjs';

export const name = 'translate, pure hash';
export const against = 'hand-written function with @noble/hashes';
export const goal = { atMost: 2 };

export function run({ quick }) {
  const translator = createTranslator(standardSettings);
  return compareTranslate({ translator, sha256: (text) => bytesToHex(sha256(text)), quick });
}
