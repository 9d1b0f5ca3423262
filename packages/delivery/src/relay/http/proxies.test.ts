import { isTrustedProxy } from './proxies.js';

test.each<[number | string[] | undefined, string, boolean]>([
  [undefined, '10.0.0.1', false],
  [1, '192.0.2.7', true],
  [['10.0.0.0/8'], '10.1.2.3', true],
  [['10.0.0.0/8'], '::ffff:10.1.2.3', true],
  [['10.0.0.0/8'], '192.0.2.7', false],
  [['192.0.2.7'], '192.0.2.7', true],
  [['2001:db8::/32'], '2001:db8::1', true],
  [['2001:db8::/32', '10.0.0.0/8'], '2001:db9::1', false],
])('with %j, %s is a proxy: %j', (proxies, address, expected) => {
  expect(isTrustedProxy(proxies)(address)).toBe(expected);
});
