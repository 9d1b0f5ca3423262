import fc from 'fast-check';
import { checkRequest } from './check-request.js';

const documented = {
  app: 'com.example.app',
  appn: 'Example App',
  ct: 'us',
  device: 'Pixel6',
  et: 'custom',
  ip: '192.168.1.1',
  lan: 'en',
  mf: 'Google',
  source_hash: 'XYZ123',
  uid: 'abcdef-1234-5678',
  device_type: 'android',
};

describe('checkRequest', () => {
  test('the documented request has no problem', () => {
    expect(checkRequest(documented)).toEqual([]);
  });

  test('every form that the contract allows has no problem', () => {
    expect(
      checkRequest({
        ...documented,
        apps: 'Facebook,Instagram,WhatsApp',
        device: 'iPhone15,2',
        device_type: 'ios',
        ip: '2001:db8::1',
        'value[ml_sh2]': 'a'.repeat(64),
        'value[mb_sh5]': '0'.repeat(128),
        'value[gender]': 'F',
        'value[age]': '120',
        'value[born]': '1990',
        'value[date]': '19900531',
        'value[event]': 'Order Completed',
        'value[product.price_1-a]': '10.5',
      }),
    ).toEqual([]);
  });

  test('an empty request misses every required parameter, in the order of the contract', () => {
    expect(checkRequest({})).toEqual([
      {
        code: 'missing_app',
        parameter: 'app',
        message: 'app is missing: it must be the package name or bundle ID of the app, such as com.example.app.',
      },
      {
        code: 'missing_ct',
        parameter: 'ct',
        message: 'ct is missing: it must be a lower-case ISO 3166-1 alpha-2 code, such as us.',
      },
      {
        code: 'missing_device',
        parameter: 'device',
        message: 'device is missing: it must be the model identifier of the device, such as Pixel6.',
      },
      { code: 'missing_et', parameter: 'et', message: 'et is missing: it must be "custom".' },
      {
        code: 'missing_ip',
        parameter: 'ip',
        message: 'ip is missing: it must be an IPv4 or IPv6 address, without port or brackets.',
      },
      {
        code: 'missing_source_hash',
        parameter: 'source_hash',
        message: 'source_hash is missing: it must be the source hash that Loop gave you, without spaces.',
      },
      {
        code: 'missing_uid',
        parameter: 'uid',
        message: 'uid is missing: it must be an advertising ID of letters, digits, "-" and "_" that is not all zeros.',
      },
      {
        code: 'missing_device_type',
        parameter: 'device_type',
        message: 'device_type is missing: it must be "android" or "ios".',
      },
    ]);
  });

  test('on the way to a relay, source hash and IP may be left out, but not be wrong', () => {
    const { source_hash: _sourceHash, ip: _ip, ...rest } = documented;
    expect(checkRequest(rest, { relay: true })).toEqual([]);
    expect(checkRequest(rest).map(({ code }) => code)).toEqual(['missing_ip', 'missing_source_hash']);
    expect(checkRequest({ ...rest, ip: '1.2.3' }, { relay: true }).map(({ code }) => code)).toEqual(['invalid_ip']);
  });

  test.each([
    ['app', ' ', 'missing_app'],
    ['app', 'com.example app', 'invalid_app'],
    ['ct', '', 'missing_ct'],
    ['ct', 'US', 'invalid_ct'],
    ['ct', 'usa', 'invalid_ct'],
    ['ct', 'us\n', 'invalid_ct'],
    ['device', '', 'missing_device'],
    ['et', 'track', 'invalid_et'],
    ['ip', '1.2.3', 'invalid_ip'],
    ['ip', '1.2.3.256', 'invalid_ip'],
    ['ip', '1.2.3.4:80', 'invalid_ip'],
    ['ip', '[2001:db8::1]', 'invalid_ip'],
    ['ip', '2001:db8:::1', 'invalid_ip'],
    ['ip', 'localhost', 'invalid_ip'],
    ['lan', 'es-AR', 'invalid_lan'],
    ['lan', 'ES', 'invalid_lan'],
    ['lan', '', 'invalid_lan'],
    ['appn', '', 'invalid_appn'],
    ['source_hash', 'XYZ 123', 'invalid_source_hash'],
    ['source_hash', '', 'missing_source_hash'],
    ['uid', '00000000-0000-0000-0000-000000000000', 'invalid_uid'],
    ['uid', '0000', 'invalid_uid'],
    ['uid', 'a b', 'invalid_uid'],
    ['uid', '{abc}', 'invalid_uid'],
    ['device_type', 'Android', 'invalid_device_type'],
    ['device_type', 'tvos', 'invalid_device_type'],
    ['value[ml_sh2]', 'A'.repeat(64), 'invalid_value'],
    ['value[ml_sh2]', 'a'.repeat(128), 'invalid_value'],
    ['value[ml_sh2]', `x${'a'.repeat(64)}`, 'invalid_value'],
    ['value[mb_sh5]', 'a'.repeat(64), 'invalid_value'],
    ['value[nid_sh2]', '34848988', 'invalid_value'],
    ['value[gender]', 'female', 'invalid_value'],
    ['value[age]', '121', 'invalid_value'],
    ['value[age]', '1.5', 'invalid_value'],
    ['value[born]', '90', 'invalid_value'],
    ['value[date]', '1990-05-31', 'invalid_value'],
    ['value[date]', '19901331', 'invalid_value'],
    ['value[x]', '', 'invalid_value'],
    ['value[]', 'x', 'unknown_parameter'],
    ['value[a b]', 'x', 'unknown_parameter'],
    ['value[a][b]', 'x', 'unknown_parameter'],
    ['value', 'x', 'unknown_parameter'],
    ['values[x]', 'x', 'unknown_parameter'],
    ['country', 'us', 'unknown_parameter'],
    ['__proto__', 'x', 'unknown_parameter'],
    ['constructor', 'x', 'unknown_parameter'],
    ['appn', 'Ana ana@example.com', 'personal_data'],
    ['uid', 'ana@example.com', 'personal_data'],
    ['device', 'ana%40example.com', 'personal_data'],
    ['value[ml_sh2]', 'ana@example.com', 'personal_data'],
    ['value[note]', 'write to ANA+x@mail.example.com!', 'personal_data'],
  ])('%s = %j: %s', (parameter, value, code) => {
    const problems = checkRequest(Object.fromEntries([...Object.entries(documented), [parameter, value]]));
    expect(problems.map((problem) => [problem.code, problem.parameter])).toEqual([
      [code, parameter.includes(' ') ? '***' : parameter],
    ]);
  });

  test('a name that may be personal is not repeated', () => {
    for (const name of ['ana@example.com', 'value[ana@example.com]', '+5491155556666', 'x'.repeat(65)]) {
      expect(checkRequest({ ...documented, [name]: 'x' })).toEqual([
        {
          code: 'unknown_parameter',
          parameter: '***',
          message: 'Loop has no parameter ***: send it as value[key], its key of letters, digits, "_", "-" and ".".',
        },
      ]);
    }
  });

  test('no problem repeats a value', () => {
    const name = fc.oneof(fc.constantFrom(...Object.keys(documented), 'value[ml_sh2]', 'value[x]'), fc.string());
    fc.assert(
      fc.property(
        fc.dictionary(
          name,
          fc.string().map((text) => `§${text}§`),
        ),
        (params) => {
          expect(JSON.stringify(checkRequest(params))).not.toContain('§');
        },
      ),
    );
  });
});
