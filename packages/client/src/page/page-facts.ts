import type { Eventual } from '../host/eventual.js';
import type { Realm } from '../host/realm.js';

/** What a page or webview knows by itself. `null` where it does not: nothing is invented. */
export interface PageFacts {
  /** Language of the device, such as `es-AR`. */
  readonly locale: string | null;
  /** IANA time zone, such as `America/Bogota`. */
  readonly timezone: string | null;
  /** Operating system, by client hints or else by the user agent: `Android`, `iOS`, `iPadOS`, `Windows`, … */
  readonly platform: string | null;
}

const nothing: PageFacts = { locale: null, timezone: null, platform: null };

/**
 * Reads what the page knows. On a server it knows nothing: language and time zone there are the server's, and Node has
 * a `navigator` too.
 */
export function readPageFacts(realm: Realm): PageFacts {
  const { navigator } = realm;
  if (realm.document === undefined && navigator?.product !== 'ReactNative') return nothing;
  const resolved = realm.Intl?.DateTimeFormat?.().resolvedOptions();
  return {
    locale: navigator?.language ?? resolved?.locale ?? null,
    timezone: resolved?.timeZone ?? null,
    platform: textOrNull(navigator?.userAgentData?.platform) ?? platformOf(navigator?.userAgent ?? ''),
  };
}

/**
 * Asks for the device's model, which only Chromium tells, and only on an https page: `Pixel 6`.
 * Source: User-Agent Client Hints, `getHighEntropyValues`. Never rejects.
 */
export function readModelHint(realm: Realm): Eventual<string | null> {
  const hints = realm.navigator?.userAgentData;
  if (hints?.getHighEntropyValues === undefined) return null;
  try {
    return hints.getHighEntropyValues(['model']).then(
      ({ model }) => textOrNull(model),
      () => null,
    );
  } catch {
    return null;
  }
}

/** In this order: an iPhone says that it is "like Mac OS X", and Android that it is Linux. */
const systems: readonly (readonly [RegExp, string])[] = [
  [/\b(?:iPhone|iPod)\b/, 'iOS'],
  [/\biPad\b/, 'iPadOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'Chrome OS'],
  [/\bLinux\b/, 'Linux'],
];

function platformOf(userAgent: string): string | null {
  return systems.find(([mark]) => mark.test(userAgent))?.[1] ?? null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
