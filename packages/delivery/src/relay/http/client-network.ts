const mappedIpv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * What an address is counted under: IPv4 as it is, of IPv6 the first half, because a home or a phone has all of the
 * second.
 *
 * @param address as Node or a proxy gives it
 */
export function clientNetwork(address: string): string {
  const ipv4 = mappedIpv4.exec(address)?.[1];
  if (ipv4 !== undefined || !address.includes(':')) return ipv4 ?? address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const behind = tail === undefined || tail === '' ? [] : tail.split(':');
  while (tail !== undefined && groups.length + behind.length < 8) groups.push('0');
  return [...groups, ...behind].slice(0, 4).join(':');
}

/**
 * Whether a client runs on this machine: a program of its owner, or a proxy that stands for everybody. To count what
 * comes from there as one client's would let one stop all.
 */
export function isLoopback(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./i.test(address);
}
