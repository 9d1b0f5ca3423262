/** Why the relay takes nothing of a request. The code is stable; the sentence says what to do. */
export const relayCodes = {
  not_found:
    'The relay has no such path. It takes /v1/track, /v1/identify, /v1/screen, /v1/page, /v1/batch, /webhook and /mobile.',
  unreadable_body: 'The body is not JSON. Send the event as a JSON object in UTF-8.',
  not_utf8: 'The body is not UTF-8. Send UTF-8, or name the charset in the header Content-Type.',
  unsupported_charset: 'The relay does not know the charset that the header Content-Type names. Send UTF-8.',
  not_an_event: 'The body is not an event. Send a JSON object.',
  not_a_batch: 'The body is not a batch. Send a JSON object with an array "batch" of events.',
  unsupported_encoding: 'The body is compressed in a way that the relay does not read. Send it as it is, or with gzip.',
  unreadable_request: 'The request is not the HTTP that this path takes. Look at its method, headers and length.',
  invalid_request: 'The request is not one that Loop would take. The problems say why.',
  unauthorized:
    'The write key is missing or wrong. Send it as the user name of Basic authentication, with an empty password.',
  wrong_signature:
    'The header X-Signature is missing or is not that of this body. Set the same shared secret in the webhook and in the relay.',
  origin_not_allowed:
    'A web page of this origin may not send to this relay. Put the origin into "allowedOrigins" of the relay if it is yours.',
  too_large: 'The body is too large. An event may have 32 KB and a batch 500 KB, if the relay has no other limits.',
  too_complex:
    'The body has too many keys, or objects too deep in each other. Send fewer events at once, or flatter ones.',
  too_many_events: 'The batch holds too many events. Send 2500 at most.',
  context_too_large:
    'The context beside the batch is too large for so many events. Send fewer events at once, or a shorter context.',
  rate_limited: 'The relay gets more events than it may take. Send the same again after the time in Retry-After.',
  busy: 'The relay has more open requests than its memory holds. Send the same again after the time in Retry-After.',
  unavailable: 'The relay can not keep events at the moment. Send the same again later.',
  internal_error: 'The relay failed, and the fault is its own. Send the same again later.',
} as const;

export type RelayCode = keyof typeof relayCodes;

/** The HTTP status of each. */
export const relayStatuses: Readonly<Record<RelayCode, number>> = {
  not_found: 404,
  unreadable_body: 400,
  not_utf8: 400,
  unsupported_charset: 400,
  not_an_event: 400,
  not_a_batch: 400,
  unsupported_encoding: 400,
  unreadable_request: 400,
  invalid_request: 400,
  unauthorized: 401,
  wrong_signature: 401,
  origin_not_allowed: 403,
  too_large: 413,
  too_complex: 413,
  too_many_events: 413,
  context_too_large: 413,
  rate_limited: 429,
  busy: 503,
  unavailable: 503,
  internal_error: 500,
};
