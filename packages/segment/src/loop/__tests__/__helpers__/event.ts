/** An event of an Android app, as Segment's servers hand it over. Everything in it is invented. */
export function androidTrack() {
  return {
    type: 'track',
    event: 'Order Completed',
    messageId: 'test-1',
    userId: 'user-1',
    anonymousId: '23adfd82-aa0f-45a7-a756-24f2a7a4c895',
    timestamp: '2025-11-17T13:27:34.836Z',
    receivedAt: '2025-11-17T13:27:36.836Z',
    context: {
      app: { name: 'Example App', namespace: 'com.example.app' },
      device: {
        type: 'android',
        manufacturer: 'Google',
        model: 'Pixel 6',
        id: 'c07e1ffb3ef2bf2d387ab2ba8bfce3edb9adab8cb7bab0a41c8ab6a0b24d87a2',
        advertisingId: '56d6e8b9-f29c-4514-a8ac-8a80e61e4e1c',
        adTrackingEnabled: true,
      },
      os: { name: 'Android', version: '14' },
      ip: '198.51.100.17',
      locale: 'es-AR',
      timezone: 'America/Argentina/Buenos_Aires',
      traits: { email: ' Example@example.com' },
    },
    properties: { order_id: 'A-1', total: 1599.5, coupon: '', note: 'dos cajas' },
  };
}

/** What `androidTrack` becomes, with the source hash masked. */
export const trackUrl =
  'https://api.retargetly.com/mobile?app=com.example.app&appn=Example%20App&ct=ar&device=Pixel%206&et=custom&ip=198.51.100.17&lan=es&mf=Google&source_hash=***&uid=56d6e8b9-f29c-4514-a8ac-8a80e61e4e1c&device_type=android&value[ml_sh2]=31c5543c1734d25c7206f5fd591525d0295bec6fe84ff82f946a34fe970a1e66&value[event]=Order%20Completed&value[order_id]=A-1&value[total]=1599.5&value[note]=dos%20cajas';

export const settings = { androidSourceHash: 'ANDROID-SECRET', iosSourceHash: 'IOS-SECRET' };

/** A URL with the source hash masked, for snapshots. */
export function masked(url: string): string {
  return url.replace(/source_hash=[^&]*/, 'source_hash=***');
}
