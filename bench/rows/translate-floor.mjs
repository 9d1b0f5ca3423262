import { createTranslator } from '@loop-adapters/core';
import { nodeHash } from '@loop-adapters/core/node';
import { hash } from 'node:crypto';
import { compareTranslate } from '../compare-translate.mjs';
import { createFloor } from '../floor.mjs';
import { standardSettings } from '../standard-event.mjs';

export const name = "translate, Node's hash";
export const against = 'one concatenation with its hash';
export const goal = { atMost: 4.5 };

export function run({ quick }) {
  const translator = createTranslator(standardSettings, nodeHash);
  const sha256 = (text) => hash('sha256', text, 'hex');
  return compareTranslate({ translator, sha256, quick, createYardstick: createFloor, yardstick: 'floor' });
}
