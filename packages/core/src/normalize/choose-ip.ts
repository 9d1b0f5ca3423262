import { kindOfAddress } from './ip-kind.js';
import { normalizeSingleIp } from './ip.js';

/** A forwarded list is read so far; proxies have each put in one address. In UTF-16 units. */
const maxListLength = 1000;

/** The address to send, and which of the sources it stood in. */
export interface ChosenIp {
  readonly address: string;
  /** Index into the values that were looked at. */
  readonly index: number;
}

/**
 * The address of a device, out of all places where one may stand: the first public one, each list (`client, proxy`) read
 * from its start. A private one counts only if nothing public is there, because it tells nothing of where the device is.
 * Loopback, link-local, multicast and broadcast addresses are never taken.
 *
 * @param values of the sources in their order; what is no text is no address
 * @returns null if no value holds a usable address.
 *
 * @example chooseIp(['10.0.0.7', '127.0.0.1, 181.46.9.20']) // { address: '181.46.9.20', index: 1 }
 */
export function chooseIp(values: readonly unknown[]): ChosenIp | null {
  let first: ChosenIp | null = null;
  for (let index = 0; index < values.length; index++) {
    for (const address of addressesOf(values[index])) {
      const kind = kindOfAddress(address);
      if (kind === 'public') return { address, index };
      if (kind === 'private') first ??= { address, index };
    }
  }
  return first;
}

/** The first public address of one value, which may be a forwarded list; null if it has none. */
export function publicAddress(value: unknown): string | null {
  return addressesOf(value).find((address) => kindOfAddress(address) === 'public') ?? null;
}

/**
 * Whether `context.ip` says "add no address": `0.0.0.0` or `::`, in any form. Source: Segment's documentation of
 * `context.ip`.
 */
export function isWithheldIp(value: unknown): boolean {
  // Nearly every address is settled by its first character: this one begins with a zero, a colon, a bracket or a space.
  if (typeof value !== 'string' || !/^[0:[\s]/.test(value)) return false;
  const address = normalizeSingleIp(value);
  return address !== null && kindOfAddress(address) === 'unspecified';
}

function addressesOf(value: unknown): string[] {
  if (typeof value !== 'string') return [];
  if (!value.includes(',')) {
    const address = normalizeSingleIp(value);
    return address === null ? [] : [address];
  }
  const list = value.slice(0, maxListLength).split(',');
  // The last of a list that was cut may be a part of an address.
  if (value.length > maxListLength) list.pop();
  return list.map(normalizeSingleIp).filter((address) => address !== null);
}
