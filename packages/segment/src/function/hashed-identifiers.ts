import { eventPaths, parameters, type Outcome } from '../loop/core';

/**
 * The outcome without the notes that a value was left out as personal which stands where an identifier is read from, if
 * that identifier is sent as a hash: somebody who finds the same address in traits and in properties has lost nothing.
 */
export function withoutHashed(outcome: Outcome): Outcome {
  if (outcome.status !== 'ready') return outcome;
  const { url } = outcome.request;
  const hashed = new Set(
    parameters
      .filter(
        (row) =>
          row.kind === 'identifier' &&
          'valueKeys' in row &&
          row.valueKeys.some((key) => url.includes(`&value[${key}]=`)),
      )
      .flatMap(eventPaths),
  );
  const notes = outcome.notes.filter(({ code, source }) => code !== 'personal_data' || !hashed.has(source ?? ''));
  return { ...outcome, notes };
}
