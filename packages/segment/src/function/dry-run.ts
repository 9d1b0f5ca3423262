import type { Ready } from '../loop/core';
import type { Skipped } from '../loop/delivery';
import type { FunctionSettings } from './function-settings';

/** Why an event of a dry run is skipped. */
export const dryRunReason = 'dry_run';

/** Whether nothing is to be sent. What is neither yes nor no counts as yes, because what was sent can't be taken back. */
export function isDryRun({ dryRun: value }: FunctionSettings): boolean {
  if (typeof value === 'string') return !['', 'false'].includes(value.trim().toLowerCase());
  return value !== undefined && value !== null && value !== false;
}

/** What becomes of an event that would be sent. The source hash is masked, because the message goes into a log. */
export function dryRun({ request, notes }: Ready): Skipped {
  const url = request.url.replace(/([?&]source_hash=)[^&]*/, '$1***');
  return {
    result: 'skipped',
    reason: dryRunReason,
    message: `Nothing is sent in a dry run. Loop would get ${url}`,
    notes,
  };
}
