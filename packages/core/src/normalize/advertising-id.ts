/** Why an advertising ID is not used; `zeros` is how a system says that tracking is not allowed. */
export type AdvertisingIdFault = 'zeros' | 'placeholder' | 'vendor_id' | 'unusable' | 'digits';

/** What else of the event tells whether an ID is one. */
export interface AdvertisingIdFacts {
  /** `context.device.id`, trimmed; null if there is none. */
  readonly deviceId: string | null;
  /** Whether the event says yes to tracking: then an ID that is the device's too is a real one. */
  readonly allowsTracking: boolean;
}

/** In UTF-16 units. */
const maxLength = 255;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const allowed = /^[\w-]+$/;
/** Two different signs next to each other, and a digit. */
const various = /^(?=.*\d).*?([0-9a-f])(?!\1)[0-9a-f]/i;

/**
 * Looks whether a text is usable as an advertising ID.
 *
 * Usable is what consists of letters, digits, `-` and `_` (so that an e-mail address in the wrong place never gets
 * through; Loop's own example is no UUID), holds letters and digits (digits alone are a phone or a document in the wrong
 * place, letters alone a word: `unknown`, `denied`, `optout`), is not one digit or letter again and again, and is not
 * the vendor ID, which some SDK plugins put here when tracking is denied.
 *
 * @param id trimmed
 * @param hasFormOfUuid for a caller that needs to know it too
 * @returns null if it is usable
 */
export function findAdvertisingIdFault(
  id: string,
  { deviceId, allowsTracking }: AdvertisingIdFacts,
  hasFormOfUuid = isUuid(id),
): AdvertisingIdFault | null {
  if (id.length > maxLength) return 'unusable';
  // Nearly all are UUIDs of many different digits, and one look tells.
  if (hasFormOfUuid && various.test(id)) return !allowsTracking && isVendorId(id, deviceId) ? 'vendor_id' : null;
  const signs = id.replace(/[-_]/g, '');
  if (/^0+$/.test(signs) && id.length > 1) return 'zeros';
  if (!allowed.test(id)) return /^n\/?a$/i.test(id) ? 'placeholder' : 'unusable';
  if (/^(.)\1*$/i.test(signs) || !/\d/.test(signs)) return 'placeholder';
  if (!allowsTracking && isVendorId(id, deviceId)) return 'vendor_id';
  return !hasFormOfUuid && /^\d+$/.test(signs) ? 'digits' : null;
}

function isVendorId(id: string, deviceId: string | null): boolean {
  return deviceId?.length === id.length && id.toLowerCase() === deviceId.toLowerCase();
}

/** Whether an ID has the form of Google's and Apple's, which can be nothing else. */
export function isUuid(id: string): boolean {
  return uuid.test(id);
}
