import { SettingsError } from '@loop-adapters/core';
import * as v from 'valibot';

/**
 * Checks settings and fills in the defaults.
 *
 * @param owner whose settings they are, as in "is no setting of the queue"
 * @throws SettingsError that lists every problem by its path
 */
export function readSettings<const Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
  owner: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  throw new SettingsError(
    result.issues.map((issue) => ({ path: v.getDotPath(issue) ?? '', message: describe(issue, owner) })),
  );
}

function describe(issue: v.BaseIssue<unknown>, owner: string): string {
  if (issue.type !== 'strict_object') return issue.message;
  if (issue.expected === 'never') return `is no setting of ${owner}`;
  return issue.received === 'undefined' ? 'is missing' : 'must be an object';
}
