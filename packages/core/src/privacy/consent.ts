import { compilePath, readPath } from '../path.js';

const allowedIds = compilePath('allowedConsentIds');
const deniedIds = compilePath('deniedConsentIds');

/**
 * Whether an event grants every required consent category, in Segment's form (`categoryPreferences`)
 * or RudderStack's (`consentManagement`). Missing consent is no consent, and where both forms are there
 * a denial in either one counts.
 *
 * Source: Segment's "Consent in Segment", RudderStack's "Consent management".
 */
export function grantsConsent(required: readonly string[], preferences: unknown, management: unknown): boolean {
  const allowed = readPath(management, allowedIds);
  const denied = readPath(management, deniedIds);
  return required.every((category) => {
    const preference = readPath(preferences, { text: category, keys: [category] });
    if (includes(denied, category) || (preference !== undefined && preference !== true)) return false;
    return preference === true || includes(allowed, category);
  });
}

function includes(list: unknown, category: string): boolean {
  return Array.isArray(list) && list.includes(category);
}
