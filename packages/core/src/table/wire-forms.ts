import { isIpAddress } from '../normalize/ip-format.js';

/** What a value on the wire must be. */
export interface WireForm {
  readonly matches: (value: string) => boolean;
  /** Completes "must be …". */
  readonly expects: string;
}

function form(matches: RegExp | WireForm['matches'], expects: string): WireForm {
  return { matches: typeof matches === 'function' ? matches : (value) => matches.test(value), expects };
}

/**
 * The forms that Loop's guide gives for its parameters. They are for whoever checks a request; the translator does not
 * use them, so a fault of a normalizer shows. A parameter that is missing here may be any text.
 */
export const wireForms: ReadonlyMap<string, WireForm> = new Map([
  ['app', form(/^\S+$/, 'the package name or bundle ID of the app, such as com.example.app')],
  ['appn', form(() => true, 'the name of the app')],
  ['apps', form(() => true, 'names of apps with commas between them')],
  ['ct', form(/^[a-z]{2}$/, 'a lower-case ISO 3166-1 alpha-2 code, such as us')],
  ['device', form(() => true, 'the model identifier of the device, such as Pixel6')],
  ['et', form(/^custom$/, '"custom"')],
  ['ip', form(isIpAddress, 'an IPv4 or IPv6 address, without port or brackets')],
  ['lan', form(/^[a-z]{2}$/, 'a lower-case ISO 639-1 code, such as en')],
  ['mf', form(() => true, 'the manufacturer of the device')],
  ['source_hash', form(/^\S+$/, 'the source hash that Loop gave you, without spaces')],
  [
    'uid',
    form(
      (value) => /^[A-Za-z0-9_-]+$/.test(value) && /[^0_-]/.test(value),
      'an advertising ID of letters, digits, "-" and "_" that is not all zeros',
    ),
  ],
  ['device_type', form(/^(?:android|ios)$/, '"android" or "ios"')],
]);

const sha256 = form(/^[0-9a-f]{64}$/, 'a SHA-256 hash: 64 lower-case hex digits');
const sha512 = form(/^[0-9a-f]{128}$/, 'a SHA-512 hash: 128 lower-case hex digits');

/** Likewise for the keys of `value[…]` that Loop gives a meaning of its own. */
export const valueForms: ReadonlyMap<string, WireForm> = new Map([
  ['ml_sh2', sha256],
  ['mb_sh2', sha256],
  ['nid_sh2', sha256],
  ['ml_sh5', sha512],
  ['mb_sh5', sha512],
  ['nid_sh5', sha512],
  ['gender', form(/^[FM]$/, '"F" or "M"')],
  ['age', form(/^(?:\d{1,2}|1[01]\d|120)$/, 'whole years, 0 to 120')],
  ['born', form(/^\d{4}$/, 'a year, such as 1990')],
  ['date', form(/^\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/, 'a date as yyyymmdd')],
]);

/** What has no form of its own. */
export const anyText: WireForm = form(() => true, 'text');
