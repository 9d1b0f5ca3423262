import { ipv4Number, isIpAddress } from './ip-format.js';

/** The first address of a forwarded list is looked at, and no address with its trimmings is longer. In UTF-16 units. */
const maxLength = 100;

/** An IPv4 address in IPv6, RFC 4291 §2.5.5.2: dotted, or as two groups of hex digits. */
const mappedIpv4 = /^(?:::|(?:0{1,4}:){5})ffff:(?:([\d.]+)|([\da-f]{1,4}):([\da-f]{1,4}))$/;

/** `0.0.0.0` and `::` in any form: a placeholder, not an address. */
const unspecified = /^[0.:]+$/;

/**
 * An IPv4 or IPv6 address, the latter in lower case.
 *
 * A port, brackets, an IPv6 zone and an IPv4-mapped prefix come off; of a forwarded list (`client, proxy, proxy`) the
 * first is taken.
 *
 * @returns null if it is no address, or the unspecified one.
 */
export function normalizeIp(text: string): string | null {
  if (ipv4Number(text) !== null) return usable(text);
  const comma = text.slice(0, maxLength).indexOf(',');
  if (comma === -1 && text.length > maxLength) return null;
  const first = comma === -1 ? text : text.slice(0, comma);
  return usable(withoutTrimmings(first.trim().toLowerCase()));
}

/** One address of either version without its trimmings; null if the text is none. The unspecified one is one too. */
export function normalizeSingleIp(text: string): string | null {
  if (text.length > maxLength) return null;
  if (ipv4Number(text) !== null) return text;
  const address = withoutTrimmings(text.trim().toLowerCase());
  return isIpAddress(address) ? address : null;
}

function usable(address: string): string | null {
  return isIpAddress(address) && !unspecified.test(address) ? address : null;
}

function withoutTrimmings(text: string): string {
  const address = text
    // "[2001:db8::1]:443", "[2001:db8::1]" and "192.0.2.1:443"
    .replace(/^\[([^\]]*)\](?::\d{1,5})?$|^([\d.]+):\d{1,5}$/, '$1$2')
    // "fe80::1%eth0"
    .replace(/^([\da-f:.]*:[\da-f:.]*)%[\w.-]+$/, '$1');
  const mapped = mappedIpv4.exec(address);
  if (mapped === null) return address;
  const [, dotted, high = '', low = ''] = mapped;
  if (dotted !== undefined) return dotted;
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return `${String(a >> 8)}.${String(a & 255)}.${String(b >> 8)}.${String(b & 255)}`;
}
