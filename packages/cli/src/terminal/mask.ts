import { formatUrl, type LoopRequest, type Outcome } from '@loop-adapters/core/bare';

const mask = '***';

/** The request as it may be shown: everything but the source hash. */
export function maskRequest(request: LoopRequest): LoopRequest {
  if (request.params['source_hash'] === undefined) return request;
  const params = { ...request.params, source_hash: mask };
  const endpoint = request.url.slice(0, request.url.indexOf('?'));
  return { ...request, url: formatUrl(endpoint, params), params };
}

/** The outcome as it may be shown. */
export function maskOutcome(outcome: Outcome): Outcome {
  return outcome.status === 'ready' ? { ...outcome, request: maskRequest(outcome.request) } : outcome;
}

const hash = /^[0-9a-f]{64}(?:[0-9a-f]{64})?$/;

/** A hash as its first eight digits, to compare by eye; anything else as it is. */
export function shortenHash(value: string): string {
  return hash.test(value) ? `${value.slice(0, 8)}…` : value;
}

/** A source hash as its length, which is enough to see that it is set and not cut. */
export function maskSecret(secret: string): string {
  return `${mask} (${String(secret.length)} characters)`;
}
