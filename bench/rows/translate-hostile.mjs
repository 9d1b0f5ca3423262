import { createTranslator } from '@loop-adapters/core';
import { nodeHash } from '@loop-adapters/core/node';
import { compare } from '../compare.mjs';
import { harmlessProperties, hostileProperties } from '../hostile-properties.mjs';
import { standardEvent, standardSettings } from '../standard-event.mjs';

export const name = 'translate, the slowest event of 32 KB';
export const against = 'a harmless one of that size';
export const goal = { atMost: 10 };

const bytes = 32_000;

export function run({ quick }) {
  const translator = createTranslator(standardSettings, nodeHash);
  const eventOf = (properties) => ({ ...standardEvent(), properties });
  const harmless = eventOf(harmlessProperties(bytes));
  const results = Object.entries(hostileProperties).map(([input, propertiesOf]) => {
    const hostile = eventOf(propertiesOf(bytes));
    const translate = (event) => () => translator.translate(event).status.length;
    return { input, ...compare({ ours: translate(hostile), theirs: translate(harmless), quick: true }) };
  });
  results.sort((left, right) => right.ratio - left.ratio);
  const [slowest] = results;
  const shown = results.slice(0, quick ? 1 : 3).map(({ input, ratio }) => `${input} ${ratio.toFixed(1)}`);
  return {
    measured: slowest.ratio,
    unit: ' times',
    detail: `${(slowest.ours / 1000).toFixed(2)} ms; ${shown.join(', ')}`,
  };
}
