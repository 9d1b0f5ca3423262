/** An answer of Loop's, and how RudderStack must count it. */
export interface DeliveryCase {
  readonly id: string;
  readonly description: string;
  /** What Loop answers. */
  readonly status: number;
  readonly body?: unknown;
  /** The status that RudderStack's server then decides by. */
  readonly counted: number;
  /** `errorType` of the statistics; null for a success. */
  readonly errorType: 'throttled' | 'retryable' | 'aborted' | null;
}

/** Loop documents no answers; these follow from what HTTP says (the core's `readResponse`). */
export const deliveryCases: readonly DeliveryCase[] = [
  { id: 'accepted', description: '200 is accepted', status: 200, body: 'OK', counted: 200, errorType: null },
  { id: 'accepted-empty', description: '204 without a body is accepted', status: 204, counted: 204, errorType: null },
  {
    id: 'redirect',
    description: 'A redirect is not followed, because the query holds a secret',
    status: 302,
    counted: 400,
    errorType: 'aborted',
  },
  {
    id: 'bad-request',
    description: '400 is final; what the answer quotes of the request is not passed on',
    status: 400,
    body: { message: 'Unknown source_hash DEMO-ANDROID-HASH' },
    counted: 400,
    errorType: 'aborted',
  },
  { id: 'forbidden', description: '403 is final', status: 403, body: 'Forbidden', counted: 403, errorType: 'aborted' },
  { id: 'not-found', description: '404 is final', status: 404, counted: 404, errorType: 'aborted' },
  { id: 'timeout', description: '408 is tried again', status: 408, counted: 500, errorType: 'retryable' },
  {
    id: 'throttled',
    description: '429 is tried again, more slowly',
    status: 429,
    counted: 429,
    errorType: 'throttled',
  },
  {
    id: 'server-error',
    description: '500 is tried again',
    status: 500,
    body: '<html></html>',
    counted: 500,
    errorType: 'retryable',
  },
  { id: 'not-implemented', description: '501 is final', status: 501, counted: 400, errorType: 'aborted' },
  { id: 'unavailable', description: '503 is tried again', status: 503, counted: 500, errorType: 'retryable' },
];
