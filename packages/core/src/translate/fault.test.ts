import { countryReader } from '../normalize/country/country-reader.js';
import { createTranslator, type Tools } from './bare.js';
import { inEnglish } from './describe.js';
import { faultOf } from './fault.js';
import { createTranslator as createFullTranslator } from '../index.js';

const event = {
  type: 'track',
  event: 'Order Completed',
  context: {
    app: { namespace: 'com.example.app' },
    device: { type: 'android', model: 'Pixel6', advertisingId: 'abcdef-1234-5678' },
    ip: '181.46.137.10',
    location: { country: 'AR' },
    traits: { email: 'ana@example.com' },
  },
};

const unreadable = {
  status: 'invalid',
  problems: [
    {
      code: 'unreadable_event',
      parameter: null,
      source: null,
      message: 'The event could not be read. Send a plain object, such as JSON.parse returns.',
    },
  ],
  notes: [],
};

const ours = {
  status: 'invalid',
  problems: [
    {
      code: 'internal_error',
      parameter: null,
      source: null,
      message: "The fault is ours, not the event's. Report it with your version and the event's keys, without values.",
    },
  ],
  notes: [],
};

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

const throwing = {
  get type(): never {
    throw new Error('boom');
  },
};

describe('a run that throws', () => {
  const fail = (text: string): never => {
    throw new Error(`no hash of ${text}`);
  };
  const broken: Tools = {
    sha256: fail,
    sha512: fail,
    normalizePhone: fail,
    countries: countryReader,
    describe: inEnglish,
  };
  const translator = createTranslator({ sourceHash: 'XYZ123' }, broken);

  it('is called ours where the event can be read, with nothing of the event or of what was thrown', () => {
    expect(translator.translate(event)).toEqual(ours);
    expect(translator.explain(event).outcome).toEqual(ours);
    expect(
      translator.build({ type: 'identify', uid: 'abcdef-1234-5678', device_type: 'android', email: 'ana@example.com' }),
    ).toEqual(ours);
  });

  it('is called ours for a cycle and for an object of a million keys, too', () => {
    const cycle: Record<string, unknown> = { ...event };
    cycle['properties'] = cycle;
    expect(translator.translate(cycle)).toEqual(ours);
    expect(
      faultOf(Object.fromEntries(Array.from({ length: 1_000_000 }, (_, index) => [index, {}])), inEnglish),
    ).toEqual(ours);
  });

  it.each([
    ['a proxy', revoked()],
    ['a proxy within', { ...event, context: revoked() }],
    ['a getter in place of the type', throwing],
  ])("is called the event's for what can't be read: %s", (_, hostile) => {
    expect(createFullTranslator({ sourceHash: 'XYZ123' }).translate(hostile)).toEqual(unreadable);
  });
});
