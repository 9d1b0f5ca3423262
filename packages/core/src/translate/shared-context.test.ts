import * as fc from 'fast-check';
import { createTranslator } from '../index.js';

const { translate } = createTranslator({ sourceHash: 'XYZ123' });

const shared = {
  app: { namespace: 'com.example.app', name: 'Example App' },
  device: { type: 'android', model: 'Pixel6', advertisingId: 'abcdef-1234-5678' },
  location: { country: 'ar' },
  ip: '181.46.137.10',
  traits: { email: 'ana@example.com' },
};

describe('a context that is known beside the event', () => {
  const part = fc.oneof(
    fc.constantFrom(...Object.values(shared), null, undefined, 'text', [], { type: 'ios', model: 'iPhone15,2' }),
    fc.jsonValue(),
  );
  const context = fc.record(
    { app: part, device: part, location: part, ip: part, traits: part, locale: part, os: part },
    { requiredKeys: [] },
  );

  it('gives what a copy of it in the event gives, and the own keys of the event win', () => {
    fc.assert(
      fc.property(
        context,
        fc.option(context, { nil: undefined }),
        fc.constantFrom('track', 'identify'),
        (a, own, type) => {
          const known = { ...shared, ...a };
          const event = { type, event: 'Sign Up', ...(own === undefined ? {} : { context: own }) };
          expect(translate(event, { context: known })).toEqual(translate({ ...event, context: { ...known, ...own } }));
        },
      ),
    );
  });

  it('is never gone over key by key, so a large one costs no more than a small one', () => {
    const listed: string[] = [];
    const watched = (object: object, path: string): object =>
      new Proxy(object, {
        ownKeys(target) {
          listed.push(path);
          return Reflect.ownKeys(target);
        },
      });
    const { traits: _, ...withoutTraits } = shared;
    const device = watched(shared.device, 'device');
    const outcome = translate({ type: 'track' }, { context: watched({ ...withoutTraits, device }, 'context') });
    expect([outcome.status, listed]).toEqual(['ready', []]);
  });

  it('gives nothing that only its prototype has', () => {
    const inherited = Object.create(shared) as object;
    expect(translate({ type: 'track' }, { context: inherited })).toEqual(translate({ type: 'track' }));
  });
});
