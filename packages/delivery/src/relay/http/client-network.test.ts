import { clientNetwork, isLoopback } from './client-network.js';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
  ['2001:db8::', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s is counted under %s', (address, network) => {
  expect(clientNetwork(address)).toBe(network);
});

test.each([
  ['127.0.0.1', true],
  ['127.8.9.1', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['192.0.2.127', false],
  ['2001:db8::1', false],
])('%s is of this machine: %j', (address, expected) => {
  expect(isLoopback(address)).toBe(expected);
});
