/**
 * Stands in for the app around the webview. In Capacitor these are calls to plugins: `AdvertisingId`, `App`, `Device`.
 * The README of analytics-plugin-loop shows them.
 */
export const nativeApp = {
  getAppId: async () => 'com.example.mercadito',
  getAdvertisingId: async () => 'abcdef-1234-5678',
  getTrackingStatus: async () => 'authorized',
  getDevice: async () => ({ model: 'Pixel6', manufacturer: 'Google', platform: 'android' }),
  getIp: async () => '192.168.1.1',
};
