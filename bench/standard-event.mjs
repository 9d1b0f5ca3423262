/** The settings that every row uses for the standard event. */
export const standardSettings = { sourceHash: 'BENCH-SOURCE-HASH' };

/**
 * The standard event: an Android `track` with device, app, locale, an e-mail in `context.traits` and four properties.
 *
 * @param number makes another person's event of it: another device, e-mail, address and order.
 */
export function standardEvent(number = 0) {
  const hex = number.toString(16).padStart(12, '0');
  return {
    type: 'track',
    event: 'Order Completed',
    messageId: `bench-${number}`,
    anonymousId: `23adfd82-aa0f-45a7-a756-${hex}`,
    timestamp: '2025-11-17T13:27:34.836Z',
    context: {
      app: { name: 'Example App', namespace: 'com.example.app', version: '4.12.0', build: '412' },
      device: {
        type: 'android',
        manufacturer: 'Google',
        model: 'Pixel 6',
        id: `c07e1ffb-3ef2-4f2d-b87a-${hex}`,
        advertisingId: `56d6e8b9-f29c-4514-a8ac-${hex}`,
        adTrackingEnabled: true,
      },
      os: { name: 'Android', version: '14' },
      ip: `198.51.100.${number % 256}`,
      locale: 'es-AR',
      library: { name: 'analytics-kotlin', version: '1.24.1' },
      traits: { email: `Maria.Perez+${number}@Example.com ` },
    },
    properties: { order_id: `A-${number}`, total: 1599.5, currency: 'ARS', first_purchase: true },
  };
}

/** Standard events of as many people, so that no hash or text can be reused from one to the next. */
export function standardEvents(count) {
  return Array.from({ length: count }, (_, number) => standardEvent(number));
}
