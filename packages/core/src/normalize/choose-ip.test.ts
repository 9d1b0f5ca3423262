import fc from 'fast-check';
import { chooseIp, isWithheldIp } from './choose-ip.js';
import { kindOfAddress } from './ip-kind.js';

describe('kindOfAddress', () => {
  it.each([
    ['181.46.9.20', 'public'],
    ['9.255.255.255', 'public'],
    ['11.0.0.0', 'public'],
    ['100.63.255.255', 'public'],
    ['100.128.0.0', 'public'],
    ['172.15.255.255', 'public'],
    ['172.32.0.0', 'public'],
    ['192.167.255.255', 'public'],
    ['192.169.0.0', 'public'],
    ['198.17.255.255', 'public'],
    ['198.20.0.0', 'public'],
    ['223.255.255.255', 'public'],
    ['2800:810:4a1::1', 'public'],
    ['::ffff:181.46.9.20', 'public'],
    ['10.0.0.0', 'private'],
    ['10.255.255.255', 'private'],
    ['100.64.0.0', 'private'],
    ['100.127.255.255', 'private'],
    ['172.16.0.0', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['198.19.255.255', 'private'],
    ['fc00::1', 'private'],
    ['fdff:ffff::1', 'private'],
    ['fec0::1', 'private'],
    ['::ffff:10.0.0.1', 'private'],
    ['::ffff:a00:1', 'private'],
    ['0.0.0.1', 'local'],
    ['127.0.0.1', 'local'],
    ['127.255.255.255', 'local'],
    ['169.254.10.1', 'local'],
    ['224.0.0.1', 'local'],
    ['239.255.255.255', 'local'],
    ['240.0.0.1', 'local'],
    ['255.255.255.255', 'local'],
    ['::1', 'local'],
    ['0:0:0:0:0:0:0:1', 'local'],
    ['fe80::1', 'local'],
    ['febf::1', 'local'],
    ['ff02::1', 'local'],
    ['0.0.0.0', 'unspecified'],
    ['::', 'unspecified'],
    ['0:0:0:0:0:0:0:0', 'unspecified'],
    ['::ffff:0.0.0.0', 'unspecified'],
  ])('%s is %s', (address, kind) => {
    expect(kindOfAddress(address)).toBe(kind);
  });
});

describe('chooseIp', () => {
  it.each([
    [['181.46.9.20'], { address: '181.46.9.20', index: 0 }],
    [[' 181.46.9.20:443 '], { address: '181.46.9.20', index: 0 }],
    [['192.168.1.1'], { address: '192.168.1.1', index: 0 }],
    [['192.168.1.1', '181.46.9.20'], { address: '181.46.9.20', index: 1 }],
    [['192.168.1.1', '10.0.0.7'], { address: '192.168.1.1', index: 0 }],
    [['127.0.0.1', '181.46.9.20'], { address: '181.46.9.20', index: 1 }],
    [['127.0.0.1', '10.0.0.7'], { address: '10.0.0.7', index: 1 }],
    [[undefined, '181.46.9.20'], { address: '181.46.9.20', index: 1 }],
    [['unknown', { ip: '1.2.3.4' }, 7, '181.46.9.20'], { address: '181.46.9.20', index: 3 }],
    [['181.46.9.20, 70.41.3.18'], { address: '181.46.9.20', index: 0 }],
    [['10.0.0.7, 181.46.9.20, 70.41.3.18'], { address: '181.46.9.20', index: 0 }],
    [['unknown, 181.46.9.20'], { address: '181.46.9.20', index: 0 }],
    [['10.0.0.7, 192.168.1.1', '127.0.0.1'], { address: '10.0.0.7', index: 0 }],
    [['[2800:810:4a1::1]:443, 70.41.3.18'], { address: '2800:810:4a1::1', index: 0 }],
    [['::ffff:181.46.9.20'], { address: '181.46.9.20', index: 0 }],
    [['::ffff:127.0.0.1', 'fd00::7'], { address: 'fd00::7', index: 1 }],
    [[`10.0.0.7${', 10.0.0.8'.repeat(100_000)}`, '181.46.9.20'], { address: '181.46.9.20', index: 1 }],
  ])('of %.60j it is %j', (values, chosen) => {
    expect(chooseIp(values)).toEqual(chosen);
  });

  it.each([
    [[]],
    [['']],
    [['localhost', '1.2.3.4.5', null]],
    [['127.0.0.1', '::1', 'fe80::1%eth0']],
    [['169.254.1.1', '224.0.0.1', '255.255.255.255', 'ff02::1']],
    [['0.0.0.0', '::']],
  ])('of %j it is none', (values) => {
    expect(chooseIp(values)).toBeNull();
  });

  it('reads no address that was cut where the reading ends', () => {
    const list = `${'10.0.0.7,'.repeat(110)}181.46.9.200`;
    expect(list.slice(0, 1000)).toMatch(/,181\.46\.9\.$|,1[\d.]*$/);
    expect(chooseIp([list])).toEqual({ address: '10.0.0.7', index: 0 });
  });

  it('answers any values', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string(), fc.anything())), (values) => {
        const chosen = chooseIp(values);
        if (chosen !== null) expect(['public', 'private']).toContain(kindOfAddress(chosen.address));
      }),
    );
  });
});

describe('isWithheldIp', () => {
  it.each(['0.0.0.0', ' 0.0.0.0 ', '::', '0:0:0:0:0:0:0:0', '[::]:443', '0.0.0.0:80', '::ffff:0.0.0.0'])(
    '%j is',
    (ip) => {
      expect(isWithheldIp(ip)).toBe(true);
    },
  );

  it.each(['', '0', '127.0.0.1', '::1', '0.0.0.0, 181.46.9.20', '1.0.0.0', null, 0, undefined, {}])(
    '%j is not',
    (ip) => {
      expect(isWithheldIp(ip)).toBe(false);
    },
  );
});
