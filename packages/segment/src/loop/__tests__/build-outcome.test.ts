import { buildOutcome } from '../build-outcome';
import { createTranslator } from '../core';

const translator = createTranslator({ sourceHash: 'XYZ123' });
const uid = 'abcdef-1234-5678';
const fields = {
  type: 'track',
  app: 'com.example.app',
  ct: 'ar',
  device: 'Pixel6',
  ip: '192.168.1.1',
  uid,
  device_type: 'android',
};
const email = 'example@example.com';
const expected = translator.build({ ...fields, email });

it('takes the first value that is there, of a field that has several', () => {
  const choice = { context_traits_email: ' ', context_traits_emails: null, properties_email: email, z: 'x' };
  expect(buildOutcome(translator, { ...fields, email: choice })).toEqual(expected);
});

it('takes a list for a value', () => {
  const emails = [email, 'two@example.com'];
  expect(buildOutcome(translator, { ...fields, email: { mine: emails, z: 'x@example.com' } })).toEqual(
    translator.build({ ...fields, email: emails }),
  );
});

it('takes the next value instead of one that the core refuses, and keeps what was noted of it', () => {
  const mapped = {
    ...fields,
    email: { a: 'n/a', b: '23463b99b62a72f26ed677cc556c44e8', c: email, d: 'two@example.com' },
    ct: { a: 'nowhere', b: 'AR' },
    uid: { a: '00000000-0000-0000-0000-000000000000', b: uid },
  };
  const before = JSON.stringify(mapped);
  const { notes, ...outcome } = buildOutcome(translator, mapped);
  expect({ ...outcome, notes: [] }).toEqual(expected);
  expect(notes.map(({ code, parameter }) => [code, parameter])).toEqual([
    ['zero_advertising_id', 'uid'],
    ['unusable_value', 'ct'],
    ['unusable_value', 'email'],
    ['weak_hash', 'email'],
  ]);
  expect(JSON.stringify(mapped)).toBe(before);
});

it('ends with the last value, if none is usable', () => {
  const mapped = { ...fields, email: { a: 'n/a', b: 'none' } };
  const { notes, ...outcome } = buildOutcome(translator, mapped);
  expect({ ...outcome, notes: [] }).toEqual(translator.build(fields));
  expect(notes.map(({ code, parameter }) => [code, parameter])).toEqual([
    ['unusable_value', 'email'],
    ['unusable_value', 'email'],
  ]);
});
