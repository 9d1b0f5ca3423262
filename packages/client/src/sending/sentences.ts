import type { DeliveryCode } from './report.js';

/** The sentences of reports. No page loads them before it has one to show. */
export { inEnglish } from '@loop-adapters/core/sentences';

/** Why an event is skipped, where the setting `consent` alone says so: "consent_missing" is about an event. */
export const refusedConsent =
  'The person has not agreed: "consent" did not say yes, so Loop gets no event. Nothing needs to be done if that is right.';

/** What became of a request that left, or could not leave, and what to do. */
export const deliveryCodes = {
  accepted: 'Loop took the event.',
  unconfirmed:
    'The event left, but the answer can’t be read: the server sends no CORS headers, or did not answer in time. It is not sent again, because it may have arrived.',
  refused: 'The server refused the event, and would refuse it again. Check the setting "endpoint" or "relay".',
  blocked_by_csp:
    'The page’s Content Security Policy blocks the request. Add the host of the endpoint to its connect-src, or set "imageFallback" and add it to img-src.',
  unreachable:
    'The server could not be reached or kept failing, so the event was given up. The network, an ad blocker or a wrong "endpoint" may be the cause.',
  queue_full:
    'Too many events were waiting to be sent, so the oldest one was given up. "queueSize" sets how many may wait.',
  no_fetch: 'There is no fetch in this place, so nothing can be sent. Set "imageFallback" if there are images.',
  part_missing:
    'The code that reads names of countries and time zones did not come, so the country of the event is not known, and the event was not sent. Serve all chunks of your build, or set "country" to a code such as "AR".',
} as const satisfies Readonly<Record<DeliveryCode, string>>;
