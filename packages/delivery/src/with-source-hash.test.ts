import { withSourceHash } from './with-source-hash.js';

const params = { app: 'com.example.app', ip: '192.168.1.1', uid: 'abc', device_type: 'android', 'value[a]': '1' };

test.each(['ONE', { android: 'ONE' }, { android: 'ONE', ios: 'TWO' }])('%j goes before uid', (sourceHash) => {
  expect(Object.entries(withSourceHash(params, sourceHash) ?? {})).toEqual([
    ['app', 'com.example.app'],
    ['ip', '192.168.1.1'],
    ['source_hash', 'ONE'],
    ['uid', 'abc'],
    ['device_type', 'android'],
    ['value[a]', '1'],
  ]);
});

test('there is none for another platform', () => {
  expect(withSourceHash(params, { ios: 'TWO' })).toBeNull();
  expect(withSourceHash({ uid: 'abc' }, { android: 'ONE', ios: 'TWO' })).toBeNull();
});
