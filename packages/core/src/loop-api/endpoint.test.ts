import { isEndpoint, mobileEndpoint } from './endpoint.js';

describe('isEndpoint', () => {
  it.each([
    'https://api.retargetly.com/mobile',
    'https://relay.example.com',
    'https://relay.example.com:8443/KEY/mobile',
    'http://127.0.0.1:3000/mobile',
    'http://localhost:3000',
    'http://[::1]:3000/mobile',
  ])('takes %s', (url) => {
    expect(isEndpoint(url)).toBe(true);
  });

  it.each([
    '',
    'api.retargetly.com',
    'http://api.retargetly.com/mobile',
    'http://127.0.0.1.example.com/',
    'http://localhost.example.com/',
    'https://user:password@example.com/',
    'https://example.com/?a=b',
    'https://example.com/#x',
    'ftp://example.com/',
    'https://',
    'javascript:alert(1)',
    `https://example.com/${'x'.repeat(3000)}`,
  ])('refuses %s', (url) => {
    expect(isEndpoint(url)).toBe(false);
  });
});

describe('mobileEndpoint', () => {
  it.each([
    ['https://relay.example.com', 'https://relay.example.com/mobile'],
    ['https://relay.example.com/', 'https://relay.example.com/mobile'],
    ['https://relay.example.com/KEY/mobile', 'https://relay.example.com/KEY/mobile'],
  ])('makes %s to %s', (url, endpoint) => {
    expect(mobileEndpoint(url)).toBe(endpoint);
  });
});
