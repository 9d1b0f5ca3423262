import { BlockList, isIP } from 'node:net';
import type { RelaySettings } from '../relay-settings.js';

/** Fastify's own form of the setting: a number of proxies counts from the connection on. */
export function trustOf(
  proxies: RelaySettings['trustedProxies'],
): false | string[] | ((address: string, hop: number) => boolean) {
  if (proxies === undefined) return false;
  return typeof proxies === 'number' ? (_address, hop) => hop < proxies : [...proxies];
}

/** Whether a connection comes from a proxy: with a number of them, every one does. */
export function isTrustedProxy(proxies: RelaySettings['trustedProxies']): (address: string) => boolean {
  if (proxies === undefined || typeof proxies === 'number') return () => proxies !== undefined;
  const list = new BlockList();
  for (const range of proxies) {
    const [address = '', prefix] = range.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return (address) => {
    const ipv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
    return list.check(ipv4, isIP(ipv4) === 6 ? 'ipv6' : 'ipv4');
  };
}
