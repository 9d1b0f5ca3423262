/** Every code of a result that is not `delivered`, with the sentence that says what it means and what to do. */
export const deliveryCodes = {
  refused:
    'Loop does not take this request, and would not take it a second time. Check its parameters and the source hash.',
  redirected:
    'The answer was a redirect, which is not followed, because the URL holds the source hash. Check the endpoint.',
  throttled: 'Loop asks for fewer requests. Send it again later, or lower "maxRequestsPerSecond".',
  unavailable: 'Loop could not handle the request at this time. Send it again later.',
  timeout: 'No answer came in time. Check the connection, or raise "timeoutMs", and send it again.',
  no_connection:
    'No connection could be made. Check the network, a proxy or firewall on the way, and the endpoint, and send it again.',
  connection_lost:
    'The connection broke before an answer came, so Loop may or may not have the event. Send it again if a duplicate is better than a loss.',
  unreadable_answer: 'What came back is not HTTP. Check the endpoint and any proxy on the way, and send it again.',
  aborted: 'Sending was stopped before Loop accepted the event. Send it again.',
  closed: 'The sender was closed already, so the request did not go out. Send it with a new sender.',
  invalid_request:
    'The request has no URL that may be sent to: https, or http on this machine (localhost, 127.0.0.1). Check the endpoint.',
} as const;

/** The server gave a final answer, and it was no. */
export type RefusedCode = 'refused' | 'redirected';

/** No final answer came. */
export type FailedCode = Exclude<keyof typeof deliveryCodes, RefusedCode>;
