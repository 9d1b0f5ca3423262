import fc from 'fast-check';
import { createTranslator, type SettingsInput } from '../src/index.js';
import { nodeHash } from '../src/hash/node-hash.js';

/** A person's datum in one of the forms it takes in events, and what must not be found outside. */
interface Planted {
  readonly form: string;
  readonly text: string;
  readonly secret: string;
}

const planted: readonly Planted[] = [
  { form: 'e-mail', text: 'juana.perez@example.com', secret: 'juana.perez' },
  { form: 'e-mail in upper case', text: 'JUANA.PEREZ@EXAMPLE.COM', secret: 'juana.perez' },
  { form: 'e-mail with a plus tag', text: 'juana.perez+promo@example.com', secret: 'juana.perez' },
  { form: 'e-mail inside text', text: 'Write to <juana.perez@example.com>, please', secret: 'juana.perez' },
  { form: 'e-mail in a URL', text: 'https://example.com/r?u=juana.perez%40example.com&x=1', secret: 'juana.perez' },
  {
    form: 'e-mail encoded twice',
    text: 'https://example.com/?next=%2Fa%3Fu%3Djuana.perez%2540example.com',
    secret: 'juana.perez',
  },
  { form: 'e-mail in JSON', text: '{"who":"juana.perez@example.com"}', secret: 'juana.perez' },
  { form: 'e-mail with letters beyond ASCII', text: 'juana.pérez@correo.com.ar', secret: 'juana.p' },
  { form: 'phone', text: '+541151190123', secret: '51190123' },
  { form: 'phone with spaces', text: '+54 9 11 5119 0123', secret: '51190123' },
  { form: 'phone with marks', text: 'call +54 (11) 5119-0123 now', secret: '51190123' },
  { form: 'phone with 00', text: '0054 11 5119 0123', secret: '51190123' },
  { form: 'phone in a URL', text: 'https://example.com/?p=%2B541151190123', secret: '51190123' },
  { form: 'card', text: '4111111111111111', secret: '4111111111111111' },
  { form: 'card with spaces', text: 'paid with 4111 1111 1111 1111', secret: '4111111111111111' },
  { form: 'card with dashes', text: '5500-0000-0000-0004', secret: '5500000000000004' },
  { form: 'formatted CPF', text: '123.456.789-09', secret: '12345678909' },
  { form: 'CPF', text: 'titular 12345678909', secret: '12345678909' },
  { form: 'DNI with dots', text: 'DNI 34.848.988', secret: '34848988' },
  { form: 'RUT', text: '12.345.678-5', secret: '123456785' },
  { form: 'CUIT', text: '20-12345678-6', secret: '20123456786' },
];

const base = {
  type: 'track',
  event: 'Order Completed',
  context: {
    app: { namespace: 'com.example.app', name: 'Example App' },
    device: {
      type: 'android',
      model: 'Pixel6',
      manufacturer: 'Google',
      advertisingId: '38400000-8cf0-11bd-b23e-10b96e40000d',
      installedApps: ['Facebook', 'WhatsApp'],
    },
    location: { country: 'AR' },
    ip: '181.46.137.10',
    locale: 'es-AR',
    traits: { plan: 'gold', gender: 'f', address: { city: 'Rosario' } },
  },
  properties: { order: 'A', items: ['x', 'y'], nested: { deeper: { deepest: 'z' } } },
  traits: { plan: 'gold' },
};

type Place = (event: typeof base, text: string) => unknown;

/** Puts a text where events have room for one: over a value, into a text, into an array, under a new key, as a key. */
const places: fc.Arbitrary<Place> = fc.oneof(
  fc.constantFrom(...valuePaths(base)).map(
    (path): Place =>
      (event, text) =>
        change(event, path, () => text),
  ),
  fc.constantFrom(...valuePaths(base)).map(
    (path): Place =>
      (event, text) =>
        change(event, path, (old) => `${String(old)} ${text} ${String(old)}`),
  ),
  fc.constantFrom(...objectPaths(base)).chain((path) =>
    fc.constantFrom('note', 'userComment', 'x', '0', 'título').map(
      (key): Place =>
        (event, text) =>
          change(event, [...path, key], () => text),
    ),
  ),
  fc.constantFrom(...objectPaths(base)).map(
    (path): Place =>
      (event, text) =>
        change(event, [...path, text], () => 'value'),
  ),
  fc.constantFrom(...objectPaths(base)).map(
    (path): Place =>
      (event, text) =>
        change(event, [...path, 'list'], () => ['first', text, 'last']),
  ),
  fc.constantFrom(...objectPaths(base)).map(
    (path): Place =>
      (event, text) =>
        change(event, [...path, 'inner'], () => ({ [text]: { [text]: [text] }, other: { text } })),
  ),
);

const settings: readonly SettingsInput[] = [
  { sourceHash: 'my-Source-Hash' },
  { sourceHash: 'my-Source-Hash', hash: 'both', demographics: { fullBirthDate: true } },
  { relay: 'https://relay.example.com' },
];

describe('personal data', () => {
  const translators = settings.map((each) => createTranslator(each, nodeHash));

  it.each(planted)('does not leave: $form', ({ text, secret }) => {
    fc.assert(
      fc.property(places, fc.constantFrom('track', 'identify', 'screen', 'page'), (place, type) => {
        const event = place(structuredClone({ ...base, type, name: 'Home' }), text);
        for (const translator of translators) {
          expect(readings(translator.translate(event))).not.toContain(secret);
          expect(readings(translator.explain(event))).not.toContain(secret);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does not leave by a setting that lets a key through', () => {
    const translator = createTranslator({ sourceHash: 'XYZ123', allow: ['note'] }, nodeHash);
    const event = { ...base, properties: { note: 'juana.perez@example.com', other: 'fine' } };
    expect(readings(translator.translate(event))).not.toContain('juana.perez');
  });
});

describe('the source hash', () => {
  it('shows nowhere but in the request', () => {
    const translator = createTranslator({ sourceHash: 'my-Source-Hash' }, nodeHash);
    fc.assert(
      fc.property(places, (place) => {
        const { outcome, parameters } = translator.explain(place(structuredClone(base), 'juana.perez@example.com'));
        const rest = outcome.status === 'ready' ? { ...outcome, request: null } : outcome;
        expect(JSON.stringify([rest, parameters])).not.toContain('my-Source-Hash');
      }),
      { numRuns: 300 },
    );
  });
});

/** A result as text, decoded, in lower case, without the marks that people put into numbers. */
function readings(result: unknown): string {
  const text = JSON.stringify(result).toLowerCase();
  const decoded = text.replace(/%([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return [text, decoded, decoded.replace(/[\s().+\-/]/g, '')].join('\n');
}

function change(event: object, path: readonly string[], by: (old: unknown) => unknown): unknown {
  let parent = event as Record<string, unknown>;
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
  const last = path.at(-1) ?? '';
  Object.defineProperty(parent, last, {
    value: by(parent[last]),
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return event;
}

function valuePaths(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return Object.entries(value).flatMap(([key, inner]) => valuePaths(inner).map((path) => [key, ...path]));
}

function objectPaths(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return [[], ...Object.entries(value).flatMap(([key, inner]) => objectPaths(inner).map((path) => [key, ...path]))];
}
