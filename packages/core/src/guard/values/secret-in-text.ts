const jwt = /(?:^|[^\w-])eyJ[\w-]{5,}\.[\w-]{4,}(?:\.|$|[^\w.-])/;

/** `scheme://user:password@host`, the user or the password may be missing. */
const credentialsInUrl = /[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/@?#]{1,256}@/i;

/** A header that authorizes. */
const authorization = /(?:^|[\s:"'=,])(?:basic|bearer|digest|token)\s{1,3}(?=[^\s]*[A-Z0-9])[\w+/.~=-]{8,}/i;

/** Keys of services, by the prefix that they gave them so that scanners find them, and private keys. */
const serviceKey =
  /(?:^|[^\w])(?:sk_live_|sk_test_|rk_live_|ghp_|gho_|xox[abp]-|AKIA|AIza)[\w-]{12,}|-----BEGIN [A-Z ]{0,20}PRIVATE KEY/;

/** Whether a text holds a secret that shows by its form. */
export function holdsSecret(text: string): boolean {
  if (text.includes('eyJ') && jwt.test(text)) return true;
  if (text.includes('://') && credentialsInUrl.test(text)) return true;
  return authorization.test(text) || serviceKey.test(text);
}
