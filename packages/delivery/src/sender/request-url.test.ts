import { formatUrl, withSourceHash } from '@loop-adapters/core';
import * as fc from 'fast-check';
import { createRequestUrl } from './request-url.js';

const endpoint = 'https://api.example.com/mobile';
const params = { app: 'com.example.app', uid: 'abcdef-1234', device_type: 'android', 'value[a b]': '&uid=1 ñ' };

test('puts the source hash where the documented request has it', () => {
  expect(createRequestUrl(endpoint, { android: 'XYZ 123' })(params)).toBe(
    `${endpoint}?app=com.example.app&source_hash=XYZ%20123&uid=abcdef-1234&device_type=android&value[a%20b]=%26uid%3D1%20%C3%B1`,
  );
});

test('each platform has its own', () => {
  const requestUrl = createRequestUrl(endpoint, { android: 'ANDROID1' });
  expect([requestUrl(params), requestUrl({ ...params, device_type: 'ios' }), requestUrl(params)]).toEqual([
    formatUrl(endpoint, withSourceHash(params, { android: 'ANDROID1' }) ?? {}),
    null,
    formatUrl(endpoint, withSourceHash(params, { android: 'ANDROID1' }) ?? {}),
  ]);
});

test('an app with a source of its own gets its hash, and the write key stays here', () => {
  const own = { 'MY-APP': { ios: 'OWN1' } };
  const requestUrl = createRequestUrl(endpoint, { ios: 'COMMON' }, own);
  const ios = { ...params, device_type: 'ios' };
  const url = (hash: string): string => formatUrl(endpoint, withSourceHash(ios, { ios: hash }) ?? {});
  expect(requestUrl({ write_key: 'MY-APP', ...ios })).toBe(url('OWN1'));
  expect(requestUrl(ios)).toBe(url('COMMON'));
  expect(requestUrl({ write_key: 'MY-APP', ...params })).toBeNull();
  expect(requestUrl({ write_key: 'GONE', ...ios })).toBeNull();
  expect(createRequestUrl(endpoint, {}, own)(ios)).toBeNull();
});

test('a relay gets none', () => {
  expect(createRequestUrl(endpoint, null)(params)).toBe(formatUrl(endpoint, params));
});

test('is what the core makes of the same parameters', () => {
  const text = fc.string({ unit: 'binary' });
  const wellFormed = text.filter((value) => !/[\ud800-\udfff]/.test(value));
  const more = fc.dictionary(
    wellFormed.map((key) => `value[${key}]`),
    wellFormed,
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(
      wellFormed,
      wellFormed.filter((hash) => hash !== ''),
      fc.boolean(),
      more,
      (uid, sourceHash, hasUid, values) => {
        const kept = { app: 'a', ...(hasUid ? { uid } : {}), device_type: 'ios', ...values };
        expect(createRequestUrl(endpoint, { ios: sourceHash })(kept)).toBe(
          formatUrl(endpoint, withSourceHash(kept, { ios: sourceHash }) ?? {}),
        );
      },
    ),
    { numRuns: 2000 },
  );
});
