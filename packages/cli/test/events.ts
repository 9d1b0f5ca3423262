/** A source hash that no other text contains, so that a test can look for it everywhere. */
export const sourceHash = 'SOURCE-HASH-9c1f';

/** An Android event that is ready to be sent; each number makes another person's. */
export function androidEvent(number = 0): Record<string, unknown> {
  return {
    type: 'track',
    event: 'Order Completed',
    messageId: `test-${number}`,
    context: {
      app: { name: 'Tienda', namespace: 'com.example.tienda' },
      device: {
        type: 'android',
        manufacturer: 'Google',
        model: 'Pixel 6',
        advertisingId: `56d6e8b9-f29c-4514-a8ac-${String(number).padStart(12, '0')}`,
      },
      ip: '198.51.100.17',
      locale: 'es-AR',
      traits: { email: `ana${number}@example.com` },
    },
    properties: { order: number },
  };
}

/** Events as a file holds them, one per line. */
export function ndjson(events: readonly unknown[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join('');
}

/** So many events, one per line. */
export function androidEvents(count: number): string {
  return ndjson(Array.from({ length: count }, (_, number) => androidEvent(number)));
}

/** The orders that requests are about, in their order. */
export function ordersOf(requests: readonly { readonly params: Readonly<Record<string, string>> }[]): number[] {
  return requests.map(({ params }) => Number(params['value[order]']));
}
