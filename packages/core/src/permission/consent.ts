/** What the settings say of consent. */
interface ConsentSettings {
  /** Categories, each of which has to be granted. */
  readonly required: readonly string[];
  /** Whether a category is granted that a list of denied ones, which is there, does not name. */
  readonly deniedListIsComplete: boolean;
}

/**
 * Whether an event grants every required consent category, in Segment's form (`categoryPreferences`)
 * or RudderStack's (`consentManagement`). Missing consent is no consent, and where both forms are there
 * a denial in either one counts.
 *
 * Source: Segment's "Consent in Segment", RudderStack's "Consent management".
 */
export function grantsConsent(
  { required, deniedListIsComplete }: ConsentSettings,
  preferences: unknown,
  management: unknown,
): boolean {
  const allowed = own(management, 'allowedConsentIds');
  const denied = own(management, 'deniedConsentIds');
  return required.every((category) => {
    const preference = own(preferences, category);
    if (includes(denied, category) || (preference !== undefined && preference !== true)) return false;
    return preference === true || includes(allowed, category) || (deniedListIsComplete && Array.isArray(denied));
  });
}

function includes(list: unknown, category: string): boolean {
  return Array.isArray(list) && list.includes(category);
}

/** What a prototype carries grants nothing: a category may be named like one of its methods. */
function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.prototype.hasOwnProperty.call(value, key))
    return undefined;
  return (value as Record<string, unknown>)[key];
}
