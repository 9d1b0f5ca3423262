import { withSourceHash } from './with-source-hash.js';

const params = { app: 'com.example.app', uid: 'abcdef-1234-5678', device_type: 'ios', 'value[event]': 'Home' };

describe('withSourceHash', () => {
  it.each(['IOS1', { android: 'ANDROID1', ios: 'IOS1' }])('puts %j before uid', (sourceHash) => {
    expect(Object.entries(withSourceHash(params, sourceHash) ?? {})).toEqual([
      ['app', 'com.example.app'],
      ['source_hash', 'IOS1'],
      ['uid', 'abcdef-1234-5678'],
      ['device_type', 'ios'],
      ['value[event]', 'Home'],
    ]);
  });

  it('replaces the one that is there', () => {
    expect(withSourceHash({ source_hash: 'OLD', uid: 'a' }, 'NEW')).toEqual({ source_hash: 'NEW', uid: 'a' });
  });

  it.each([undefined, { android: 'ANDROID1' }])('has none to put with %j', (sourceHash) => {
    expect(withSourceHash(params, sourceHash)).toBeNull();
  });

  it('has none for a platform that is no platform', () => {
    expect(withSourceHash({ ...params, device_type: 'toString' }, { android: 'ANDROID1', ios: 'IOS1' })).toBeNull();
  });
});
