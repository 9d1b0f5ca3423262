import { hasSource, normalizeSourceHash, requestEndpoint, withSourceHash } from './source-hash.js';

const params = { app: 'com.example.app', uid: 'abcdef-1234-5678', device_type: 'ios', 'value[event]': 'Home' };

describe('withSourceHash', () => {
  it.each(['IOS1', { android: 'ANDROID1', ios: 'IOS1' }])('puts %j before uid', (sourceHash) => {
    expect(Object.entries(withSourceHash(params, normalizeSourceHash(sourceHash)) ?? {})).toEqual([
      ['app', 'com.example.app'],
      ['source_hash', 'IOS1'],
      ['uid', 'abcdef-1234-5678'],
      ['device_type', 'ios'],
      ['value[event]', 'Home'],
    ]);
  });

  it('replaces the one that is there', () => {
    const old = { source_hash: 'OLD', uid: 'a', device_type: 'ios' };
    expect(withSourceHash(old, { ios: 'NEW' })).toEqual({ ...old, source_hash: 'NEW' });
  });

  it.each([undefined, { android: 'ANDROID1' }])('has none to put with %j', (sourceHash) => {
    expect(withSourceHash(params, normalizeSourceHash(sourceHash))).toBeNull();
  });

  it('has none for a platform that is no platform', () => {
    expect(withSourceHash({ ...params, device_type: 'toString' }, { android: 'ANDROID1', ios: 'IOS1' })).toBeNull();
  });
});

describe('normalizeSourceHash', () => {
  it.each([
    ['XYZ123', { android: 'XYZ123', ios: 'XYZ123' }],
    [{ android: 'ANDROID1', ios: undefined }, { android: 'ANDROID1' }],
    [undefined, {}],
  ])('makes of %j %j', (given, sourceHash) => {
    expect(normalizeSourceHash(given)).toStrictEqual(sourceHash);
  });
});

describe('where requests go', () => {
  const endpoint = 'https://api.retargetly.com/mobile';

  it('is the endpoint, or the relay', () => {
    expect(requestEndpoint({ endpoint })).toBe(endpoint);
    expect(requestEndpoint({ endpoint, relay: 'https://relay.example.com' })).toBe('https://relay.example.com/mobile');
  });

  it.each([
    [{ sourceHash: {} }, false],
    [{ sourceHash: { ios: 'IOS1' } }, true],
    [{ sourceHash: {}, relay: 'https://relay.example.com' }, true],
  ])('has a source with %j: %j', (settings, expected) => {
    expect(hasSource(settings)).toBe(expected);
  });
});
