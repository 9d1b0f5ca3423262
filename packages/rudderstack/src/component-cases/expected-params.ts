import { createHash } from 'node:crypto';

/** A hash as Loop wants it, by Node's own SHA-256: not by the code under test. */
export function sha256(normalized: string): string {
  return createHash('sha256').update(normalized, 'utf8').digest('hex');
}

/** The same by SHA-512. */
export function sha512(normalized: string): string {
  return createHash('sha512').update(normalized, 'utf8').digest('hex');
}

/** What the events of one device of `examples/` have in common. */
const devices = {
  brazil: {
    app: 'com.example.feirafacil',
    appn: 'Feira Fácil',
    ct: 'br',
    device: 'SM-G991B',
    et: 'custom',
    ip: '203.0.113.151',
    lan: 'pt',
    mf: 'samsung',
    source_hash: 'DEMO-ANDROID-HASH',
    uid: 'bdfcad44-9b5d-468b-ad36-fcf0d411cf59',
    device_type: 'android',
  },
  mexico: {
    app: 'com.example.libros',
    appn: 'Libros',
    ct: 'mx',
    device: 'iPhone14,7',
    et: 'custom',
    ip: '198.51.100.64',
    lan: 'es',
    mf: 'Apple',
    source_hash: 'DEMO-IOS-HASH',
    uid: '20525E14-AAE5-43B2-ABC2-2A685B19D1AE',
    device_type: 'ios',
  },
  peru: {
    app: 'com.example.recetas',
    appn: 'Recetas',
    ct: 'pe',
    device: 'CPH2385',
    et: 'custom',
    ip: '203.0.113.199',
    lan: 'es',
    mf: 'OPPO',
    source_hash: 'DEMO-ANDROID-HASH',
    uid: '6975b771-13aa-48b6-aede-84174e1c766a',
    device_type: 'android',
  },
} as const;

type Params = Readonly<Record<string, string>>;

/**
 * The params of an event: those of its device, then what the event adds or changes.
 * @param values what stands in `value[…]`, by key.
 */
export function paramsOf(device: keyof typeof devices, values: Params, changes: Params = {}): Params {
  const valueParams: Params = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [`value[${key}]`, value]),
  );
  return { ...devices[device], ...changes, ...valueParams };
}
