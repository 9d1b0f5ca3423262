import { isIP } from 'node:net';
import fc from 'fast-check';
import { isIpAddress } from './ip-format.js';

describe('isIpAddress', () => {
  test.each([
    '0.0.0.0',
    '1.2.3.4',
    '255.255.255.255',
    '::',
    '::1',
    '1::',
    '2001:db8::8a2e:370:7334',
    '2001:DB8:0:0:0:0:0:1',
    '1:2:3:4:5:6:7::',
    '::ffff:192.0.2.1',
    '1:2:3:4:5:6:192.0.2.1',
  ])('%s is one', (text) => {
    expect(isIpAddress(text)).toBe(true);
  });

  test.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.256',
    '01.2.3.4',
    '1.2.3.4:80',
    '1.2.3.4\n',
    ':',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '12345::',
    'g::1',
    'fe80::1%eth0',
    '[::1]',
    '192.0.2.1::1',
    '::192.0.2.1:1',
    '::1.2.3',
  ])('%j is none', (text) => {
    expect(isIpAddress(text)).toBe(false);
  });

  test('agrees with Node', () => {
    const group = fc.constantFrom('', '0', '1', 'ab', 'FFFF', '12345', 'x', '1.2.3.4', '1.2.3.400');
    const near = fc.array(group, { maxLength: 10 }).map((groups) => groups.join(':'));
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), near, fc.string()), (text) => {
        expect(isIpAddress(text)).toBe(isIP(text) !== 0 && !text.includes('%'));
      }),
      { numRuns: 5000 },
    );
  });
});
