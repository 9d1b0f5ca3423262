const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;

/**
 * Whether a text is an IPv4 address (dotted, four numbers, no leading zeros) or an IPv6 address in any of the forms
 * of RFC 4291 §2.2, without zone, port or brackets.
 */
export function isIpAddress(text: string): boolean {
  return isIpv4(text) || isIpv6(text);
}

function isIpv4(text: string): boolean {
  return ipv4.test(text) && !/(?:^|\.)0\d/.test(text);
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
