import type { Fields, Note, Outcome, Translator } from './core';
import { isChoice } from './fields';

/** What the core notes of a value that it does not use. */
const refusals: ReadonlySet<string> = new Set<Note['code']>([
  'unusable_value',
  'personal_data',
  'weak_hash',
  'zero_advertising_id',
  'placeholder_advertising_id',
  'device_id_as_advertising_id',
]);

/**
 * Makes an outcome of mapped fields. Of a field that holds several values, the first usable one counts, as in the core,
 * whose sources they stand for: a value that the core refuses is noted, and the next one is tried.
 *
 * @param mapped fields under the names of the core's table; it is not changed
 */
export function buildOutcome(translator: Translator, mapped: Fields): Outcome {
  const fields: Record<string, unknown> = { ...mapped };
  const choices = new Map<string, unknown[]>();
  for (const [name, value] of Object.entries(mapped)) {
    if (!isChoice(name, value)) continue;
    const [first, ...others] = Object.values(value).filter(isPresent);
    fields[name] = first;
    // A date of birth may be noted although its year is used.
    if (others.length > 0 && name !== 'birth_date') choices.set(name, others);
  }

  const refused: Note[] = [];
  for (;;) {
    const outcome = translator.build(fields as Fields);
    const again = outcome.notes.filter(
      ({ code, source }) => source !== null && refusals.has(code) && choices.has(source),
    );
    if (again.length === 0) return { ...outcome, notes: [...refused, ...outcome.notes] };
    refused.push(...again);
    for (const { source } of again) tryNext(source ?? '');
  }

  function tryNext(name: string): void {
    const others = choices.get(name) ?? [];
    fields[name] = others.shift();
    if (others.length === 0) choices.delete(name);
  }
}

/** Whether a source has a value, as the core sees it: SDKs send `''` and `null` for what they don't know. */
function isPresent(value: unknown): boolean {
  return value !== null && value !== undefined && !(typeof value === 'string' && value.trim() === '');
}
