import { checkRequest, formatUrl, withSourceHash, type LoopRequest, type Settings } from '@loop-adapters/core';

import { requestEndpoint } from '@loop-adapters/core';

export type Completed = { readonly request: LoopRequest } | { readonly problem: string };

/**
 * Makes a request of a dead letter's parameters again, with the source hash of
 * the settings as they are now.
 *
 * The letter comes from a file that anybody may have changed, so it is held
 * against Loop's contract once more before it goes out.
 */
export function completeRequest(params: Readonly<Record<string, string>>, settings: Settings): Completed {
  const isRelayed = settings.relay !== undefined;
  const whole = isRelayed ? params : (withSourceHash(params, settings.sourceHash) ?? params);
  const problems = checkRequest(whole, { relay: isRelayed });
  if (problems.length > 0) return { problem: problems.map((problem) => problem.message).join(' ') };
  return { request: { method: 'GET', url: formatUrl(requestEndpoint(settings), whole), params: whole } };
}
