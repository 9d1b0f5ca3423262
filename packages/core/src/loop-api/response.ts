/** What an answer of Loop's means for the request that it answers. */
export type ResponseMeaning = 'accepted' | 'again' | 'final';

/**
 * Reads an HTTP status of Loop's. All adapters and the sender decide by it.
 *
 * - `accepted`: 2xx. Loop has the event; never send it again.
 * - `again`: 408, 429 and 5xx but 501. Send the same request later (see `retryDelayMs`).
 * - `final`: any other 4xx, 501, and 3xx. The same request would get the same answer. A redirect is
 *   not followed, because the query holds the source hash.
 *
 * Loop documents no answers, so the rule is ours, made from what HTTP says. Two cases come straight
 * from RFC 9110: a status outside 100 to 599 counts as a server error (§15), and a 1xx is no answer
 * yet (§15.2), so where one is all that came, the answer was lost on the way. Both are `again`.
 *
 * @param status the HTTP status code
 */
export function readResponse(status: number): ResponseMeaning {
  if (status >= 200 && status < 300) return 'accepted';
  if (status === 408 || status === 429) return 'again';
  if (status === 501 || (status >= 300 && status < 500)) return 'final';
  return 'again';
}
