import { createTranslator } from '../../src/index.js';
import { nodeHash } from '../../src/hash/node-hash.js';
import type { Corpus } from './corpus.js';
import { eventsWith } from './measure.js';

/**
 * What the guard finds in each entry of a corpus of property sets, as properties and as traits: `properties.to: email`.
 * That something was held back is not enough: by which rule it was shows in its kind.
 */
export function kindsOf(corpus: Corpus): string[] {
  if (corpus.kind === 'cases') return [];
  const translator = createTranslator({ sourceHash: 'XYZ123' }, nodeHash);
  return corpus.entries.map(({ properties }) => {
    const found = eventsWith(properties).flatMap((event) =>
      translator.translate(event).notes.map(({ code, kind, source }) => `${String(source)}: ${kind ?? code}`),
    );
    return found.join(', ');
  });
}
