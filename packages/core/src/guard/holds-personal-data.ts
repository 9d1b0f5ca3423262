import { namesPersonalData } from './personal-keys.js';
import { findPersonalData, holdsEmail } from './personal-values.js';

/**
 * The guard for one key and its value, for whoever takes Loop's own form from outside, as the relay does: whether the
 * key names personal data, or the key or the value holds some.
 *
 * @param key the key inside `value[…]`; null for a parameter of Loop's own, whose name says nothing
 * @param text the value, unescaped
 * @param allowed whether the setting `allow` names the key: it may then be anything but an e-mail address
 */
export function holdsPersonalData(key: string | null, text: string, allowed = false): boolean {
  if (key !== null && findPersonalData(key) !== null) return true;
  if (allowed) return holdsEmail(text);
  return findPersonalData(text) !== null || (key !== null && namesPersonalData(key));
}
