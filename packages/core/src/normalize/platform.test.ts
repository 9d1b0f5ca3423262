import { normalizePlatform } from './platform.js';

describe('normalizePlatform', () => {
  it.each([
    'android',
    'Android',
    ' ANDROID ',
    'Android OS',
    'Android OS 13',
    'android 14',
    'Android/13',
    'Android v14',
  ])('%j is android', (text) => {
    expect(normalizePlatform(text)).toBe('android');
  });

  it.each(['Android 13 (API 33)', 'Android-33', 'fire os', 'Fire OS 8', 'FireOS', 'Android 12L', 'AOSP'])(
    '%j is android',
    (text) => {
      expect(normalizePlatform(text)).toBe('android');
    },
  );

  it.each([
    'ios',
    'iOS',
    'iOS 17.1',
    'iOS/17.1',
    'ipados',
    'iPadOS 16',
    'iPhone OS',
    'iPhone OS 9.3',
    'iphone',
    'iPad',
  ])('%j is ios', (text) => {
    expect(normalizePlatform(text)).toBe('ios');
  });

  it.each([
    ...[
      'tvos',
      'tvOS 17.1',
      'Apple TV',
      'TV',
      'Android TV',
      'android_tv',
      'AndroidTV 12',
      'Fire TV',
      'Smart TV',
      'Tizen 6',
    ],
    ...['watchos', 'watchOS 10', 'Apple Watch', 'Wear OS', 'wear_os', 'WearOS 4', 'smartwatch'],
    ...['visionos', 'visionOS 1.0', 'xrOS', 'auto', 'Android Auto', 'CarPlay'],
    ...['macos', 'Mac OS X', 'OS X 10.15', 'mac catalyst', 'MacCatalyst', 'Macintosh'],
    ...['windows', 'Windows 11', 'win32', 'Windows Phone 8.1', 'linux', 'Linux 6.1', 'Ubuntu', 'Chrome OS', 'desktop'],
    ...['web', 'Web', 'browser', 'server', 'HarmonyOS', 'harmonyos 4', 'KaiOS', 'BlackBerry'],
  ])('%j is another platform', (text) => {
    expect(normalizePlatform(text)).toBe('other');
  });

  it.each([
    'mobile',
    'Mobile',
    'phone',
    'handset',
    'tablet',
    'Smartphone',
    'celular',
    'móvil',
    'mobile phone',
    'device',
  ])('%j, a form factor, says nothing', (text) => {
    expect(normalizePlatform(text)).toBeNull();
  });

  it.each(['', ' ', 'unknown', '13', 'samsung', 'androidish', 'iosx', 'x'.repeat(10_000_000)])(
    '%.40j says nothing',
    (text) => {
      expect(normalizePlatform(text)).toBeNull();
    },
  );
});
