import { refusePersonalData, unusable, type Refusal } from '../codes/refusal.js';
import { findPersonalData } from '../guard/guard.js';
import { normalizeFreeText } from '../normalize/free-text.js';
import type { Normalized } from '../table/row.js';

/** Text that goes out as it is, unless personal data stands in it. */
function guardText(text: string): string | Refusal {
  const kind = findPersonalData(text);
  return kind === null ? text : refusePersonalData(kind);
}

/** A normalizer whose answer may be any text: the guard looks at it. */
export function guarded(normalize: (value: unknown) => Normalized): (value: unknown) => Normalized {
  return (value) => {
    const text = normalize(value);
    return typeof text === 'string' ? guardText(text) : text;
  };
}

/** The text of a name: of an installed app, an event, a screen. */
export function readName(value: unknown): string | Refusal {
  const text = typeof value === 'string' ? normalizeFreeText(value) : null;
  return text === null ? unusable : guardText(text);
}
