import { isIpAddress } from '../src/normalize/ip-format.js';
import { holdsEmail } from '../src/guard/guard.js';
import type { ContractProblem } from '../src/request/check-request.js';

interface Format {
  readonly required: boolean;
  readonly matches: (value: string) => boolean;
  /** Completes "must be …". */
  readonly expects: string;
}

function format(required: boolean, matches: RegExp | Format['matches'], expects: string): Format {
  return { required, matches: typeof matches === 'function' ? matches : (value) => matches.test(value), expects };
}

const anyText = (): boolean => true;

/** Loop's contract, written down a second time, apart from the table that everything is made from. */
const parameterFormats = new Map<string, Format>([
  ['app', format(true, /^\S+$/, 'the package name or bundle ID of the app, such as com.example.app')],
  ['appn', format(false, anyText, 'the name of the app')],
  ['apps', format(false, anyText, 'names of apps with commas between them')],
  ['ct', format(true, /^[a-z]{2}$/, 'a lower-case ISO 3166-1 alpha-2 code, such as us')],
  ['device', format(true, anyText, 'the model identifier of the device, such as Pixel6')],
  ['et', format(true, /^custom$/, '"custom"')],
  ['ip', format(true, isIpAddress, 'an IPv4 or IPv6 address, without port or brackets')],
  ['lan', format(false, /^[a-z]{2}$/, 'a lower-case ISO 639-1 code, such as en')],
  ['mf', format(false, anyText, 'the manufacturer of the device')],
  ['source_hash', format(true, /^\S+$/, 'the source hash that Loop gave you, without spaces')],
  [
    'uid',
    format(
      true,
      (value) => /^[A-Za-z0-9_-]+$/.test(value) && /[^0_-]/.test(value),
      'an advertising ID of letters, digits, "-" and "_" that is not all zeros',
    ),
  ],
  ['device_type', format(true, /^(?:android|ios)$/, '"android" or "ios"')],
]);

const sha256 = format(false, /^[0-9a-f]{64}$/, 'a SHA-256 hash: 64 lower-case hex digits');
const sha512 = format(false, /^[0-9a-f]{128}$/, 'a SHA-512 hash: 128 lower-case hex digits');

const valueFormats = new Map<string, Format>([
  ['ml_sh2', sha256],
  ['mb_sh2', sha256],
  ['nid_sh2', sha256],
  ['ml_sh5', sha512],
  ['mb_sh5', sha512],
  ['nid_sh5', sha512],
  ['gender', format(false, /^[FM]$/, '"F" or "M"')],
  ['age', format(false, /^(?:\d{1,2}|1[01]\d|120)$/, 'whole years, 0 to 120')],
  ['born', format(false, /^\d{4}$/, 'a year, such as 1990')],
  ['date', format(false, /^\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/, 'a date as yyyymmdd')],
]);

const ownValue = format(false, anyText, 'text');

/** The documented parameters, in the documented order. */
export const contractParameters: readonly string[] = [...parameterFormats.keys()];

/** What the relay puts in by itself. */
const filledByRelay: readonly string[] = ['source_hash', 'ip'];

/**
 * Checks the parameters of a request against Loop's public contract and returns every problem, in the contract's
 * order, then in the order of the parameters; an empty array if there is none.
 *
 * It checks what is documented (which parameters, which of them are required, their formats, hashes as lower-case
 * hex) and that no e-mail address goes out in the clear. It does not know which country codes are in use or which
 * source hashes exist.
 *
 * Source: Loop's guide "Integrate Loop's API for Mobile App Data Collection".
 *
 * @param params the query's parameters, decoded
 * @param options `relay`: the request is on its way to a relay, which puts in `source_hash` and `ip`
 */
export function checkByContract(
  params: Readonly<Record<string, string>>,
  options: { readonly relay?: boolean } = {},
): ContractProblem[] {
  const present = new Set(Object.keys(params));
  const problems: ContractProblem[] = [];
  for (const [name, { required, expects }] of parameterFormats) {
    if (present.has(name) || !required) continue;
    if (options.relay === true && filledByRelay.includes(name)) continue;
    problems.push({ code: `missing_${name}`, parameter: name, message: `${name} is missing: it must be ${expects}.` });
  }
  for (const name of present) {
    const problem = checkParameter(name, params[name] ?? '');
    if (problem !== null) problems.push(problem);
  }
  return problems;
}

function checkParameter(name: string, value: string): ContractProblem | null {
  const parameter = shown(name);
  const found = formatOf(name);
  if (found === null) {
    return {
      code: 'unknown_parameter',
      parameter,
      message: `Loop has no parameter ${parameter}: send it as value[key], its key of letters, digits, "_", "-" and ".".`,
    };
  }
  if (holdsEmail(name) || holdsEmail(value)) {
    return {
      code: 'personal_data',
      parameter,
      message: `${parameter} holds an e-mail address in the clear: send its hash as value[ml_sh2].`,
    };
  }
  const code = parameterFormats.has(name) ? name : 'value';
  if (value.trim() === '') {
    return found.required
      ? { code: `missing_${code}`, parameter, message: `${parameter} is empty: it must be ${found.expects}.` }
      : { code: `invalid_${code}`, parameter, message: `${parameter} is empty: leave it out.` };
  }
  if (found.matches(value)) return null;
  return { code: `invalid_${code}`, parameter, message: `${parameter} must be ${found.expects}.` };
}

function formatOf(name: string): Format | null {
  const format = parameterFormats.get(name);
  if (format !== undefined) return format;
  const key = /^value\[([A-Za-z0-9_.-]+)\]$/.exec(name)?.[1];
  return key === undefined ? null : (valueFormats.get(key) ?? ownValue);
}

/** A name comes from outside too: an address, a phone or a hash in its place is not repeated. */
function shown(name: string): string {
  return /^[A-Za-z0-9_.[\]-]{1,64}$/.test(name) && !/\d(?:\D?\d){6}/.test(name) ? name : '***';
}
