/**
 * Whether a text is an IPv4 address (dotted, four numbers, no leading zeros) or an IPv6 address in any of the forms
 * of RFC 4291 §2.2, without zone, port or brackets.
 */
export function isIpAddress(text: string): boolean {
  return isIpv4(text) || isIpv6(text);
}

function isIpv4(text: string): boolean {
  return ipv4Number(text) !== null;
}

/**
 * The 32 bits of an IPv4 address: dotted, four numbers to 255, no leading zeros; null for any other text. Every event
 * has one, so it is a plain loop.
 *
 * @example ipv4Number('192.168.1.1') >>> 24 // 192
 */
export function ipv4Number(text: string): number | null {
  let number = 0;
  let part = 0;
  let digits = 0;
  let dots = 0;
  if (text.length > 15) return null;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    // 46 is the dot, 48 the zero.
    if (unit === 46) {
      if (digits === 0 || ++dots > 3) return null;
      number = (number << 8) | part;
      part = 0;
      digits = 0;
    } else {
      if (unit < 48 || unit > 57 || (digits > 0 && part === 0)) return null;
      part = part * 10 + unit - 48;
      digits++;
      if (part > 255) return null;
    }
  }
  return dots === 3 && digits > 0 ? (number << 8) | part : null;
}

function isIpv6(text: string): boolean {
  if (text.length > 45) return false;
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return false;
  if (tail === undefined) return groups(head) === 8;
  const left = head === '' ? 0 : groups(head);
  const right = tail === '' ? 0 : groups(tail);
  // "::" stands for at least one group; an IPv4 address may only come at the very end.
  return left + right <= 7 && !head.includes('.');
}

/** How many 16-bit groups the text holds; NaN if one of them is none. */
function groups(text: string): number {
  const parts = text.split(':');
  const last = parts[parts.length - 1] ?? '';
  const tail = last.includes('.') ? (isIpv4(last) ? 2 : Number.NaN) : isGroup(last) ? 1 : Number.NaN;
  return parts.slice(0, -1).every(isGroup) ? parts.length - 1 + tail : Number.NaN;
}

function isGroup(text: string): boolean {
  return /^[0-9a-fA-F]{1,4}$/.test(text);
}
