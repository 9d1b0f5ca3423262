import { createTranslator, inEnglish, type SettingsInput } from '@loop-adapters/core';
import { readMobileRequest, type MobileRequest } from './mobile-request.js';

const documented = {
  app: 'com.example.app',
  appn: 'Example App',
  ct: 'us',
  device: 'Pixel6',
  et: 'custom',
  lan: 'en',
  mf: 'Google',
  uid: 'abcdef-1234-5678',
  device_type: 'android',
};

function read(
  params: Record<string, string> | string,
  ip: string | null = '192.0.2.7',
  settings: SettingsInput = { sourceHash: 'XYZ123' },
): MobileRequest {
  const query = typeof params === 'string' ? params : new URLSearchParams(params).toString();
  return readMobileRequest(query, ip, createTranslator(settings).settings);
}

function orderedEntries(request: MobileRequest): unknown {
  return request.status === 'ready' ? Object.entries(request.params) : request;
}

function codesOf(request: MobileRequest): unknown {
  if (request.status === 'invalid') return request.problems.map(({ code, parameter }) => [code, parameter]);
  return request.status;
}

test('the address is filled in, in its place; the source hash is not', () => {
  const hash = 'a'.repeat(64);
  expect(orderedEntries(read({ 'value[event]': 'Sign Up', 'value[ml_sh2]': hash, ...documented }))).toEqual([
    ['app', 'com.example.app'],
    ['appn', 'Example App'],
    ['ct', 'us'],
    ['device', 'Pixel6'],
    ['et', 'custom'],
    ['ip', '192.0.2.7'],
    ['lan', 'en'],
    ['mf', 'Google'],
    ['uid', 'abcdef-1234-5678'],
    ['device_type', 'android'],
    ['value[event]', 'Sign Up'],
    ['value[ml_sh2]', hash],
  ]);
});

test.each([
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:DB8::1', '2001:db8::1'],
])('the connection from %s has the address %s', (from, ip) => {
  expect(read(documented, from)).toMatchObject({ params: { ip } });
});

test('an address that the app knows stays', () => {
  expect(read({ ...documented, ip: '198.51.100.9' })).toMatchObject({ params: { ip: '198.51.100.9' } });
});

test.each([
  ['10.1.2.3', '198.51.100.9', '198.51.100.9'],
  ['127.0.0.1', '198.51.100.9', '198.51.100.9'],
  ['10.1.2.3', '192.168.0.7', '10.1.2.3'],
  ['10.1.2.3', null, '10.1.2.3'],
])('of the address %s and the connection from %s, %s is taken, as in an event', (ip, from, chosen) => {
  expect(read({ ...documented, ip }, from)).toMatchObject({ params: { ip: chosen } });
});

test.each(['0.0.0.0', '::', '::ffff:0.0.0.0'])('%s says "no address": nothing is put in its place', (ip) => {
  const subject = { code: 'ip_withheld', parameter: 'ip' } as const;
  const reason = { ...subject, message: inEnglish(subject) };
  expect(read({ ...documented, ip })).toEqual({ status: 'skipped', reason });
});

test('what the guard would not let out of an app does not get past the relay', () => {
  const given = {
    ...documented,
    'value[first_name]': 'Ana',
    'value[note]': 'call +54 9 11 5119-0123',
    'value[plan]': 'gold',
    'value[5491151190123_4111111111111111]': 'x',
  };
  const expected = { ...documented, ip: '192.0.2.7', 'value[plan]': 'gold' };
  const found = [
    ['value[first_name]', 'name'],
    ['value[note]', 'phone'],
    ['value[personal data]', 'phone'],
  ] as const;
  const leftOut = found.map(([parameter, kind]) => ({
    code: 'personal_data',
    kind,
    parameter,
    message: inEnglish({ code: 'personal_data', kind, parameter }),
  }));
  expect(read(given)).toEqual({ status: 'ready', params: expected, leftOut });
  expect(read(given, '192.0.2.7', { sourceHash: 'XYZ123', allow: ['first_name'] })).toMatchObject({
    params: { ...expected, 'value[first_name]': 'Ana' },
    leftOut: leftOut.slice(1),
  });
});

test('a boolean and a fraction are treated as in an event', () => {
  const properties = { email_verified: true, is_pregnant: true, ratio: 0.12345678909, lat: -34.6037221 };
  const event = {
    type: 'track',
    context: {
      app: { namespace: 'com.example.app' },
      device: { type: 'android', model: 'Pixel6', advertisingId: 'abcdef-1234-5678' },
      ip: '192.0.2.7',
      location: { country: 'us' },
    },
    properties,
  };
  const values = Object.entries(properties).map(([key, value]) => [`value[${key}]`, String(value)]);
  const ofApp = read({ ...documented, ...(Object.fromEntries(values) as Record<string, string>) });
  const ofEvent = createTranslator({ sourceHash: 'XYZ123' }).translate(event);
  const sent = [
    ['value[email_verified]', 'true'],
    ['value[ratio]', '0.12345678909'],
  ];
  const valuesOf = (params: object): unknown[] => Object.entries(params).filter(([name]) => name.startsWith('value['));
  expect(valuesOf(ofApp.status === 'ready' ? ofApp.params : {})).toEqual(sent);
  expect(valuesOf(ofEvent.status === 'ready' ? ofEvent.request.params : {})).toEqual(sent);
});

test.each<[string, Record<string, string> | string, unknown]>([
  ['a source hash', { ...documented, source_hash: 'XYZ123' }, [['unexpected_source_hash', 'source_hash']]],
  ['a missing parameter', { ...documented, ct: '' }, [['missing_ct', 'ct']]],
  ['an address that is none', { ...documented, ip: '192.0.2.777' }, [['invalid_ip', 'ip']]],
  ['a hash that is none', { ...documented, 'value[ml_sh2]': 'x' }, [['invalid_value', 'value[ml_sh2]']]],
  ['a raw e-mail', { ...documented, 'value[x]': 'ana@example.com' }, [['personal_data', 'value[x]']]],
  ['a phone as a device', { ...documented, device: '+54 9 11 5119-0123' }, [['personal_data', 'device']]],
  ['tracking denied', { ...documented, uid: '00000000-0000-0000-0000-000000000000' }, [['invalid_uid', 'uid']]],
  ['a parameter twice', `${new URLSearchParams(documented).toString()}&ct=ar`, [['repeated_parameter', '***']]],
])('%s is refused', (_, params, problems) => {
  expect(codesOf(read(params))).toEqual(problems);
});

test('no address, no source hash for the platform', () => {
  expect(codesOf(read(documented, null))).toEqual([['missing_ip', 'ip']]);
  expect(codesOf(read(documented, 'unix'))).toEqual([['missing_ip', 'ip']]);
  expect(codesOf(read(documented, '192.0.2.7', { sourceHash: { ios: 'XYZ123' } }))).toEqual([
    ['missing_source_hash', 'source_hash'],
  ]);
  expect(codesOf(read({ ...documented, device_type: 'ios' }, '192.0.2.7', { sourceHash: { ios: 'XYZ123' } }))).toBe(
    'ready',
  );
});
