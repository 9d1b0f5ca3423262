import fc from 'fast-check';
import { createTranslator, type Outcome } from '../index.js';
import { nodeHash } from '../hash/node-hash.js';

const translator = createTranslator({ sourceHash: 'XYZ123', app: { id: 'com.example.app' } }, nodeHash);

const valid = {
  type: 'track',
  event: 'Order Completed',
  userId: 'user-42',
  context: {
    app: { namespace: 'com.example.app', name: 'Example App' },
    device: {
      id: '6d3fd9be-57cd-4ebb-b05a-1d9f6ba0e2b7',
      type: 'android',
      model: 'Pixel6',
      manufacturer: 'Google',
      advertisingId: '38400000-8cf0-11bd-b23e-10b96e40000d',
      adTrackingEnabled: true,
      installedApps: ['Facebook', 'WhatsApp'],
    },
    os: { name: 'Android', version: '14' },
    location: { country: 'AR' },
    ip: '181.46.137.10',
    locale: 'es-AR',
    timezone: 'America/Argentina/Buenos_Aires',
    traits: { email: 'example@example.com', phone: '+54 11 5119-0123', dni: '34.848.988', gender: 'f', age: 34 },
    consent: { categoryPreferences: { Advertising: true } },
  },
  properties: { order_id: 'A-1', revenue: 1299.5, tags: ['a', 'b'], shipping: { method: 'express' } },
  traits: { birthday: '1990-05-31', address: { country: 'AR' } },
};

/** Every path into the valid event, to its objects and to its values. */
const paths: readonly (readonly string[])[] = pathsOf(valid);

function pathsOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[key], ...pathsOf(inner).map((path) => [key, ...path])]);
}

function replaced(path: readonly string[], part: unknown): unknown {
  const event = structuredClone(valid) as Record<string, unknown>;
  let parent = event;
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
  parent[path.at(-1) ?? ''] = part;
  return event;
}

function isOutcome({ status }: Outcome): boolean {
  return ['ready', 'skipped', 'invalid'].includes(status);
}

describe('translate', () => {
  it('gives an outcome for any JSON, and leaves it as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (event) => {
        const before = JSON.stringify(event);
        expect(isOutcome(translator.translate(event))).toBe(true);
        expect(JSON.stringify(event)).toBe(before);
      }),
      { numRuns: 10_000 },
    );
  });

  it('gives an outcome for a valid event with any part replaced, and leaves it as it was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 3 }), (path, part) => {
        const event = replaced(path, part);
        const before = JSON.stringify(event);
        const outcome = translator.translate(event);
        expect(isOutcome(outcome)).toBe(true);
        if (outcome.status === 'ready') expect(outcome.request.url).toMatch(/^[!-~]{50,8000}$/);
        expect(translator.explain(event).outcome).toEqual(outcome);
        expect(JSON.stringify(event)).toBe(before);
      }),
      { numRuns: 10_000 },
    );
  });

  it('gives an outcome for what is no JSON', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.anything({ withBigInt: true, withDate: true, withMap: true }),
        (path, part) => {
          expect(isOutcome(translator.translate(replaced(path, part)))).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('hostile events', () => {
  const properties = (value: unknown): Outcome =>
    translator.translate({ ...valid, traits: {}, context: { ...valid.context, traits: {} }, properties: value });

  const url =
    'https://api.retargetly.com/mobile?app=com.example.app&appn=Example%20App&apps=Facebook%2CWhatsApp&ct=ar&device=Pixel6&et=custom&ip=181.46.137.10&lan=es&mf=Google&source_hash=XYZ123&uid=38400000-8cf0-11bd-b23e-10b96e40000d&device_type=android&value[event]=Order%20Completed';

  function expectReady(outcome: Outcome, query: string, codes: readonly string[]): void {
    if (outcome.status !== 'ready') throw new Error(`expected ready, got ${outcome.status}`);
    expect(outcome.request.url).toBe(url + query);
    expect(outcome.notes.map(({ code }) => code)).toEqual(codes);
  }

  it('survives a cycle', () => {
    const cycle: Record<string, unknown> = { a: 1 };
    cycle['again'] = cycle;
    expectReady(
      properties(cycle),
      '&value[a]=1' + Array.from({ length: 8 }, (_, depth) => `&value[${'again_'.repeat(depth + 1)}a]=1`).join(''),
      ['too_deep'],
    );
  });

  it('survives a cycle with many branches', () => {
    const cycle: Record<string, unknown> = {};
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) cycle[name] = cycle;
    const outcome = properties(cycle);
    if (outcome.status !== 'ready') throw new Error(`expected ready, got ${outcome.status}`);
    expect(outcome.request.url).toBe(url);
    expect(new Set(outcome.notes.map(({ code }) => code))).toEqual(new Set(['too_deep', 'too_many']));
  });

  it('survives 10,000 levels', () => {
    let deep: unknown = 'bottom';
    for (let level = 0; level < 10_000; level++) deep = { a: deep };
    expectReady(properties({ deep, flat: 1 }), '&value[flat]=1', ['too_deep']);
  });

  it('survives a text of 10 MB, in a property and everywhere else', () => {
    const long = 'a@'.repeat(5_000_000);
    expectReady(properties({ long, flat: 1 }), '&value[flat]=1', ['too_long']);
    for (const path of paths) expect(isOutcome(translator.translate(replaced(path, long)))).toBe(true);
  });

  it('survives a key of 1 MB and 100,000 keys', () => {
    expect(isOutcome(properties({ ['k'.repeat(1_000_000)]: 1 }))).toBe(true);
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${String(index)}`, '']));
    expectReady(properties(many), '', ['too_many']);
  });

  it('survives getters that throw, and notes them', () => {
    const trap = {
      get bomb(): never {
        throw new Error('boom');
      },
      fine: 1,
    };
    expectReady(properties(trap), '&value[fine]=1', ['unreadable_value']);
    const app = {
      get namespace(): never {
        throw new Error('boom');
      },
    };
    expect(translator.translate({ ...valid, context: { ...valid.context, app } }).notes).toContainEqual({
      code: 'unreadable_value',
      parameter: 'app',
      source: 'context.app.namespace',
      message: 'The value could not be read, so it was not used. Send plain JSON values.',
    });
  });

  it('names what is neither text, number, boolean nor date', () => {
    expectReady(
      properties({ f: () => 1, s: Symbol('x'), i: Infinity, d: new Date(0) }),
      '&value[d]=1970-01-01T00%3A00%3A00.000Z',
      ['unsupported_value', 'unsupported_value', 'unsupported_value'],
    );
  });

  it('is not fooled by keys of prototypes', () => {
    const event = JSON.parse(
      '{"__proto__":{"type":"track"},"constructor":{"prototype":{"x":1}},"properties":{"__proto__":{"polluted":"yes"},"toString":"text"}}',
    ) as object;
    expectReady(
      translator.translate({ ...valid, traits: {}, context: { ...valid.context, traits: {} }, ...event }),
      '&value[__proto___polluted]=yes&value[toString]=text',
      [],
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    const inherited = Object.create({ type: 'track' }) as object;
    expect(translator.translate(inherited)).toEqual(translator.translate({}));
  });

  it('makes lone surrogates well-formed', () => {
    expectReady(
      properties({ half: 'a\ud83d', whole: '\ud83d\ude00' }),
      '&value[half]=a%EF%BF%BD&value[whole]=%F0%9F%98%80',
      [],
    );
  });
});
