import { createTranslator } from '@loop-adapters/core';
import { nodeHash } from '@loop-adapters/core/node';
import { hash } from 'node:crypto';
import { compareTranslate } from '../compare-translate.mjs';
import { standardSettings } from '../standard-event.mjs';

export const name = "translate, Node's hash";
export const against = 'hand-written function';
export const goal = { atMost: 2 };

export function run({ quick }) {
  const translator = createTranslator(standardSettings, nodeHash);
  return compareTranslate({ translator, sha256: (text) => hash('sha256', text, 'hex'), quick });
}
