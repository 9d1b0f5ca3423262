/** What Loop gets, besides `value[…]`, of an event that the pages of the tests send through a relay. */
export const arrivalOfPage = {
  app: 'com.example.app',
  ct: 'co',
  device: 'Pixel 6',
  et: 'custom',
  ip: '127.0.0.1',
  lan: 'es',
  mf: 'Google',
  source_hash: '***',
  uid: 'abcdef-1234-5678',
  device_type: 'android',
};
