import { createTranslator, inEnglish } from '../index.js';

const { translate } = createTranslator({ sourceHash: 'XYZ123' });

const event = {
  type: 'track',
  context: {
    app: { namespace: 'com.example.app' },
    device: { type: 'android', model: 'Pixel6', advertisingId: 'abcdef-1234-5678' },
    location: { country: 'ar' },
    ip: '192.168.1.1',
  },
};

/** What is sent under `value[…]` besides the hashes, and the sources of what was left out as personal data. */
function keptAndLeftOut(part: object): [Record<string, string>, (string | null)[]] {
  const outcome = translate({ ...event, ...part });
  if (outcome.status !== 'ready') throw new Error(outcome.status);
  const kept = Object.entries(outcome.request.params).filter(([name]) => /^value\[(?!m[lb]_|nid_)/.test(name));
  expect(outcome.notes).toEqual(
    outcome.notes.map((note) => ({
      ...note,
      code: 'personal_data',
      message: inEnglish({ ...note, code: 'personal_data' }),
    })),
  );
  return [Object.fromEntries(kept), outcome.notes.map(({ source }) => source)];
}

describe('an identifier that the event names', () => {
  it('does not go out as another form of the same phone', () => {
    const properties = { a: '541151190123', b: '5491151190123', c: 1151190123, d: '15 5119-0123 (Ana)', e: 11511901 };
    expect(keptAndLeftOut({ traits: { phone: '+54 9 11 5119-0123' }, properties })).toEqual([
      { 'value[e]': '11511901' },
      ['properties.a', 'properties.b', 'properties.c', 'properties.d'],
    ]);
  });

  it('does not go out as another form of the same national ID', () => {
    const properties = { a: '34848988', b: 34848988, c: ['x', '34 848 988'], d: 34848989 };
    expect(keptAndLeftOut({ traits: { dni: '34.848.988' }, properties })).toEqual([
      { 'value[d]': '34848989' },
      ['properties.a', 'properties.b', 'properties.c'],
    ]);
  });

  it('does not go out as the name of the event', () => {
    expect(keptAndLeftOut({ traits: { dni: '34.848.988' }, event: 'Lead 34848988' })).toEqual([{}, ['event']]);
  });
});

describe('the user ID', () => {
  it('is left out as a number, too', () => {
    const properties = { a: 991, b: '991', c: 992 };
    expect(keptAndLeftOut({ userId: 991, properties })).toEqual([
      { 'value[c]': '992' },
      ['properties.a', 'properties.b'],
    ]);
  });

  it('is no name of an event', () => {
    expect(keptAndLeftOut({ userId: 'customer-991', event: 'customer-991' })).toEqual([{}, ['event']]);
  });
});

describe('the source hash', () => {
  it('goes out in no property and no name', () => {
    const properties = { a: 'XYZ123', b: ['x', 'source_hash=XYZ123'], c: 'XYZ' };
    expect(keptAndLeftOut({ event: 'XYZ123', properties })).toEqual([
      { 'value[c]': 'XYZ' },
      ['event', 'properties.a', 'properties.b'],
    ]);
  });
});
