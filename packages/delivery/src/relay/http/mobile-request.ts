import {
  checkRequest,
  chooseIp,
  createGuard,
  freeTextParameters,
  inEnglish,
  inWireOrder,
  isWithheldIp,
  platforms,
  reservedKeys,
  sourceHashOf,
  type ContractProblem,
  type Guard,
  type PersonalDataKind,
  type ReasonCode,
  type Settings,
} from '@loop-adapters/core';
import { readQuery } from '../../sandbox/query.js';

/** A request in Loop's own form, checked and completed, or what is wrong with it. */
export type MobileRequest =
  | {
      readonly status: 'ready';
      /** All parameters but the source hash, in the order of Loop's documented request. */
      readonly params: Readonly<Record<string, string>>;
      readonly leftOut: readonly LeftOut[];
    }
  | { readonly status: 'skipped'; readonly reason: MobileReason }
  | { readonly status: 'invalid'; readonly problems: readonly MobileProblem[] };

/** Why a request must not be sent, although nothing is wrong with it. */
interface MobileReason {
  readonly code: ReasonCode;
  readonly parameter: 'ip';
  readonly message: string;
}

/** A value that is not sent, although the event is. */
interface LeftOut {
  readonly code: 'personal_data';
  readonly kind: PersonalDataKind;
  readonly parameter: string;
  readonly message: string;
}

type MobileProblem =
  | ContractProblem
  | {
      readonly code:
        'repeated_parameter' | 'unexpected_source_hash' | 'missing_ip' | 'missing_source_hash' | 'personal_data';
      readonly parameter: string;
      readonly message: string;
    };

/** Each source's guard, which knows its keys once. */
const guards = new WeakMap<Settings, Guard>();

function guardOf(settings: Settings): Guard {
  const known = guards.get(settings);
  if (known !== undefined) return known;
  const guard = createGuard(settings.allow);
  guards.set(settings, guard);
  return guard;
}

/**
 * Reads a request in Loop's own form as an app sends it to a relay: without the source hash, and without the IP
 * address unless it knows one: the address is chosen as for an event, the first public one of both. It has to meet Loop's contract, and it passes the same guard as an event: what an app
 * sends in the clear does not get past the relay either.
 *
 * @param query the query string, without `?`
 * @param ip the address to complete it with; null if the relay knows none
 * @param settings the core's: `allow`, and the platforms that have a source hash
 */
export function readMobileRequest(query: string, ip: string | null, settings: Settings): MobileRequest {
  const guard = guardOf(settings);
  const { params, repeated } = readQuery(query);
  if (isWithheldIp(params['ip'])) return { status: 'skipped', reason: withheld() };
  const address = chooseIp([params['ip'], ip])?.address ?? null;
  const problems: MobileProblem[] = [
    ...checkRequest(params, { relay: true }),
    ...freeTextParameters.filter((name) => guard.findInText(params[name] ?? '') !== null).map(personalText),
  ];
  if (repeated.length > 0) {
    problems.push({
      code: 'repeated_parameter',
      parameter: '***',
      message: 'A parameter comes more than once: send each one once.',
    });
  }
  if (params['source_hash'] !== undefined) {
    const message = 'source_hash does not belong into an app: leave it out, the relay fills it in.';
    problems.push({ code: 'unexpected_source_hash', parameter: 'source_hash', message });
  }
  if (address === null) {
    problems.push({
      code: 'missing_ip',
      parameter: 'ip',
      message: 'ip is missing, and the relay knows none: send it.',
    });
  }
  if (!hasSourceHash(settings, params['device_type'])) {
    const message = 'The relay has no source hash for this platform: set sourceHash.android and sourceHash.ios there.';
    problems.push({ code: 'missing_source_hash', parameter: 'source_hash', message });
  }
  if (problems.length > 0 || address === null) return { status: 'invalid', problems };
  return complete({ ...params, ip: address }, guard);
}

/** Somebody wrote "add no address": the address of the connection is not put in its place. */
function withheld(): MobileReason {
  const subject = { code: 'ip_withheld', parameter: 'ip' } as const;
  return { ...subject, message: inEnglish(subject) };
}

function complete(params: Readonly<Record<string, string>>, guard: Guard): MobileRequest {
  const kept: Record<string, string> = {};
  const leftOut: LeftOut[] = [];
  const ordered = inWireOrder(params);
  const keys = Object.keys(ordered).flatMap((name) => keyOf(name) ?? []);
  for (const [name, value] of Object.entries(ordered)) {
    const key = keyOf(name);
    // The contract has checked the form of the keys that Loop gives a meaning: hashes and demographics.
    const guarded = key === null || reservedKeys.includes(key) ? null : guard.child(guard.roots.properties, key);
    const kind = guarded === null ? null : (guarded.holds ?? guard.find(guarded, value, keys));
    if (kind === null) kept[name] = value;
    else {
      const subject = {
        code: 'personal_data',
        kind,
        parameter: (guarded?.holds ?? null) === null ? name : 'value[personal data]',
      } as const;
      leftOut.push({ ...subject, message: inEnglish(subject) });
    }
  }
  return { status: 'ready', params: kept, leftOut };
}

/** The key of `value[key]`; null for a parameter of Loop's own. */
function keyOf(name: string): string | null {
  return /^value\[(.+)\]$/.exec(name)?.[1] ?? null;
}

function hasSourceHash({ sourceHash }: Settings, platform: string | undefined): boolean {
  // An unknown platform is a problem of its own.
  return !platforms.some((known) => known === platform) || sourceHashOf(sourceHash, platform) !== undefined;
}

function personalText(parameter: string): MobileProblem {
  return { code: 'personal_data', parameter, message: `${parameter} holds personal data in the clear: leave it out.` };
}
