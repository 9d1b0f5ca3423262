import { ipv4Number } from './ip-format.js';

/**
 * What an address tells of where it is: `public` everywhere, `private` in a network of one's own, `local` on the machine
 * or its link or for many machines at once, and `unspecified` nowhere.
 */
export type IpKind = 'public' | 'private' | 'local' | 'unspecified';

/**
 * The kind of an address.
 * @param address of either version, as `normalizeSingleIp` gives it
 *
 * @example kindOfAddress('192.168.1.1') // 'private'
 */
export function kindOfAddress(address: string): IpKind {
  const ipv4 = ipv4Number(address);
  if (ipv4 !== null) return kindOfIpv4(ipv4);
  const groups = groupsOf(address);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) return kindOfIpv4(((groups[6] ?? 0) << 16) | (groups[7] ?? 0));
  return kindOfIpv6(groups);
}

/** Source: IANA's registries of special-purpose and of multicast addresses. */
function kindOfIpv4(number: number): IpKind {
  const [first, second] = [number >>> 24, (number >>> 16) & 255];
  switch (first) {
    case 0:
      return number === 0 ? 'unspecified' : 'local';
    case 10:
      return 'private';
    // 100.64.0.0/10 is between a provider's subscribers and its translator.
    case 100:
      return second >>> 6 === 1 ? 'private' : 'public';
    case 127:
      return 'local';
    case 169:
      return second === 254 ? 'local' : 'public';
    case 172:
      return second >>> 4 === 1 ? 'private' : 'public';
    case 192:
      return second === 168 ? 'private' : 'public';
    // 198.18.0.0/15 is for benchmarks.
    case 198:
      return second >>> 1 === 9 ? 'private' : 'public';
    default:
      // Multicast, reserved, and the broadcast at the end.
      return first >= 224 ? 'local' : 'public';
  }
}

function kindOfIpv6(groups: readonly number[]): IpKind {
  const [first = 0] = groups;
  if (groups.slice(0, 7).every((group) => group === 0)) {
    if (groups[7] === 0) return 'unspecified';
    if (groups[7] === 1) return 'local';
  }
  // Unique local, and what it was before.
  if ((first & 0xfe00) === 0xfc00 || (first & 0xffc0) === 0xfec0) return 'private';
  // Link-local and multicast.
  return (first & 0xffc0) === 0xfe80 || (first & 0xff00) === 0xff00 ? 'local' : 'public';
}

/** The eight groups of an IPv6 address, written out. */
function groupsOf(ipv6: string): number[] {
  const [head = '', tail] = ipv6.split('::');
  const left = partsOf(head);
  const right = tail === undefined ? [] : partsOf(tail);
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right];
}

function partsOf(text: string): number[] {
  if (text === '') return [];
  return text.split(':').flatMap((part) => {
    if (!part.includes('.')) return [Number.parseInt(part, 16)];
    const number = ipv4Number(part) ?? 0;
    return [number >>> 16, number & 0xffff];
  });
}
