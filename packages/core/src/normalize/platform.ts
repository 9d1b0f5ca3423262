/** What a word for a device or its system says: one of Loop's platforms, another one, or nothing of it. */
export type Platform = 'android' | 'ios' | 'other';

/** Longer text is no name of a system. In UTF-16 units. */
const maxLength = 100;

/** From the version on: `Android OS 13`, `iOS/17.1`, `Android v14 (API 34)`. */
const version = /[\s/(_-]*(?:[\s_-]v)?\d[^]*$/;

/** iPads name their system in several ways, and some SDKs name the device instead. */
const android = /^(?:android|androidos|androidgo|aosp|fireos|androidphone|androidtablet|androidmobile)$/;
const ios = /^(?:ios|iphoneos|ipados|iphone|ipad|ipod|ipodtouch|iosphone|iostablet|iosmobile|appleios)$/;

/** Systems and things that Loop does not take: TVs, watches, glasses, cars, desktops, pages, servers, other phones. */
const other = new RegExp(
  '^(?:' +
    'tvos|appletv(?:os)?|androidtv(?:os)?|googletv|firetv|smarttv|tv|television|settop(?:box)?|roku(?:os)?|tizen|webos|chromecast|vidaa|' +
    'watchos|applewatch|wearos|androidwear|wear|watch|smartwatch|wearable|fitbit(?:os)?|' +
    'visionos|visionpro|applevision(?:pro)?|xros|realityos|horizonos|oculus|quest|vr|' +
    'auto|androidauto|androidautomotive(?:os)?|automotive|carplay|car|' +
    'mac|macos|macosx|osx|macintosh|maccatalyst|catalyst|uikitformac|darwin|' +
    'windows|windowsnt|windowsphone|windowsmobile|win|microsoftwindows|uwp|xbox|playstation|nintendo(?:switch)?|console|gameconsole|' +
    'linux|gnulinux|ubuntu|debian|fedora|freebsd|openbsd|unix|chromeos|chromiumos|cros|desktop|laptop|pc|computer|' +
    'web|webapp|website|browser|webbrowser|mobileweb|pwa|server|node|nodejs|cloud|bot|crawler|embedded|iot|' +
    'harmonyos|openharmony|hongmeng|kaios|blackberry(?:os)?|symbian(?:os)?|bada|meego|sailfish(?:os)?|fuchsia|ubuntutouch' +
    ')$',
);

const formFactor = /^(?:mobile|mobilephone|phone|smartphone|handset|handheld|tablet|device)$/;

/** Whether a word names the form of a device, which says nothing of its system: `mobile`, `phone`, `tablet`. */
export function isFormFactor(text: string): boolean {
  if (text.length > maxLength) return false;
  return formFactor.test(text.toLowerCase().replace(/[^a-z]+/g, ''));
}

/**
 * Loop's platform in the name of a system or a kind of device, in any case and with a version behind it.
 *
 * @returns `'other'` for a platform that is known and not Loop's: whoever says that is not asked further. null for what
 *   says nothing of it: a form factor (`mobile`, `tablet`) or an unknown word.
 *
 * @example normalizePlatform('Android OS 13') // 'android'
 */
export function normalizePlatform(text: string): Platform | null {
  if (text === 'android' || text === 'ios') return text;
  if (text.length > maxLength) return null;
  const word = text
    .trim()
    .toLowerCase()
    .replace(version, '')
    .replace(/[^a-z]+/g, '');
  if (android.test(word)) return 'android';
  if (ios.test(word)) return 'ios';
  return other.test(word) ? 'other' : null;
}
