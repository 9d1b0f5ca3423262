import { isIP } from 'node:net';
import fc from 'fast-check';
import { normalizeIp } from './ip.js';

describe('normalizeIp', () => {
  it.each([
    ['192.168.1.1', '192.168.1.1'],
    [' 192.168.1.1 ', '192.168.1.1'],
    ['192.168.1.1:8080', '192.168.1.1'],
    ['203.0.113.7, 70.41.3.18, 150.172.238.178', '203.0.113.7'],
    ['203.0.113.7:1234, 70.41.3.18', '203.0.113.7'],
    ['2001:db8::1', '2001:db8::1'],
    ['2001:DB8::ABCD', '2001:db8::abcd'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['[2001:DB8::1]:443', '2001:db8::1'],
    ['[2001:db8::1]:443, 70.41.3.18', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['[fe80::1%en0]:80', 'fe80::1'],
    ['::1', '::1'],
    ['::ffff:1.2.3.4', '1.2.3.4'],
    ['::FFFF:1.2.3.4', '1.2.3.4'],
    ['[::ffff:1.2.3.4]:80', '1.2.3.4'],
    ['::ffff:0102:0304', '1.2.3.4'],
    ['::ffff:c0a8:1', '192.168.0.1'],
    ['0:0:0:0:0:ffff:1.2.3.4', '1.2.3.4'],
    ['0000:0000:0000:0000:0000:ffff:0102:0304', '1.2.3.4'],
    ['::1.2.3.4', '::1.2.3.4'],
    [`1.2.3.4${', 10.0.0.1'.repeat(1_000_000)}`, '1.2.3.4'],
  ])('%.60s is %s', (text, address) => {
    expect(normalizeIp(text)).toBe(address);
  });

  it.each([
    '',
    ' ',
    ',',
    ', 1.2.3.4',
    'unknown, 1.2.3.4',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.256',
    '01.2.3.4',
    '1.2.3.4:',
    '1.2.3.4:port',
    '1.2.3.4/24',
    '1.2.3.4%eth0',
    '[1.2.3.4',
    '2001:db8::1::2',
    '[2001:db8::1]443',
    'fe80::1%',
    '::ffff:1.2.3.256',
    '0.0.0.0',
    '0.0.0.0:80',
    '::',
    '[::]:443',
    '0:0:0:0:0:0:0:0',
    '::ffff:0.0.0.0',
    '::ffff:0:0',
    'localhost',
    '1'.repeat(10_000_000),
    ':'.repeat(10_000_000),
  ])('%.40j is none', (text) => {
    expect(normalizeIp(text)).toBeNull();
  });

  it('keeps every address of either version', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
        fc.pre(!/^[0.:]+$/.test(address) && !/ffff/i.test(address));
        expect(normalizeIp(address)).toBe(address.toLowerCase());
      }),
    );
  });

  it('answers any text with an address or null', () => {
    const part = fc.constantFrom('1', '0', 'ffff', '.', ':', '::', '[', ']', '%', ',', ' ', '1.2.3.4', '2001:db8');
    const text = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (value) => {
        expect(isIP(normalizeIp(value) ?? '1.2.3.4')).not.toBe(0);
      }),
      { numRuns: 5000 },
    );
  });
});
