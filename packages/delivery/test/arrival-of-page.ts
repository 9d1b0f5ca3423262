/** Where the pages' requests come from, as the proxy in front of the relay says. */
export const fromPhone = { 'x-forwarded-for': '203.0.113.5' };

/** What Loop gets, besides `value[…]`, of an event that the pages of the tests send through a relay. */
export const arrivalOfPage = {
  app: 'com.example.app',
  ct: 'co',
  device: 'Pixel 6',
  et: 'custom',
  ip: '203.0.113.5',
  lan: 'es',
  mf: 'Google',
  source_hash: '***',
  uid: 'abcdef-1234-5678',
  device_type: 'android',
};
