import { readTarget } from './target.js';

describe('readTarget', () => {
  test.each([
    ['https://api.retargetly.com/mobile?a=b&value[c]=d', 'https://api.retargetly.com', '/mobile?a=b&value[c]=d'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080', '/'],
    ['https://[2001:db8::1]:8443/a/b?c', 'https://[2001:db8::1]:8443', '/a/b?c'],
    ["https://h/m?a=O'Brien%20%22x%22", 'https://h', "/m?a=O'Brien%20%22x%22"],
  ])('%s', (url, origin, path) => {
    expect(readTarget(url)).toEqual({ origin, path });
  });

  test.each([
    '',
    '/mobile',
    'https://h',
    'https://h?a=b',
    'ftp://h/m',
    'https://ana@h/m',
    'https://h/m?a=b#c',
    'https://h/m?a=b c',
    'https://h/m?a=b\r\nx: y',
    'https://h/m?a=ñ',
    ' https://h/m',
  ])('%j is none', (url) => {
    expect(readTarget(url)).toBeNull();
  });
});
