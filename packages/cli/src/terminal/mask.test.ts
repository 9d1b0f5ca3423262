import { maskOutcome, maskRequest, maskSecret, shortenHash } from './mask.js';

const request = {
  method: 'GET' as const,
  url: 'http://127.0.0.1:1/mobile?app=a&source_hash=SECRET%26&uid=u',
  params: { app: 'a', source_hash: 'SECRET&', uid: 'u' },
};
const masked = {
  method: 'GET',
  url: 'http://127.0.0.1:1/mobile?app=a&source_hash=***&uid=u',
  params: { app: 'a', source_hash: '***', uid: 'u' },
};

describe('mask', () => {
  it('takes the source hash out of URL and parameters', () => {
    expect(maskRequest(request)).toEqual(masked);
    expect(maskOutcome({ status: 'ready', request, notes: [] })).toEqual({
      status: 'ready',
      request: masked,
      notes: [],
    });
  });

  it('leaves a request to a relay as it is', () => {
    const relayed = { method: 'GET' as const, url: 'https://relay.example.com/mobile?app=a', params: { app: 'a' } };
    expect(maskRequest(relayed)).toEqual(relayed);
  });

  it('shortens hashes and nothing else', () => {
    const hash = '31c5543c1734d25c7206f5fd591525d0295bec6fe84ff82f946a34fe970a1e66';
    expect([shortenHash(hash), shortenHash(hash + hash), shortenHash('beefcafe'), shortenHash(`x${hash}`)]).toEqual([
      '31c5543c…',
      '31c5543c…',
      'beefcafe',
      `x${hash}`,
    ]);
  });

  it('says of a secret only how long it is', () => {
    expect(maskSecret('SECRET')).toBe('*** (6 characters)');
  });
});
