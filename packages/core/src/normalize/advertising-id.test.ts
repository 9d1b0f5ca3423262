import { findAdvertisingIdFault } from './advertising-id.js';

const facts = { deviceId: null, allowsTracking: false };

describe('findAdvertisingIdFault', () => {
  it.each([
    'cdda802e-fb9c-47ad-9866-0794d394c912',
    '7A3F9C1E-52B4-4D0E-9B61-0C2D8E4F1A77',
    'abcdef-1234-5678',
    'abcdef_1234',
    '11111111-1111-1111-1111-111111111112',
    '12345678-1234-1234-1234-123456789012',
  ])('%s is usable', (id) => {
    expect(findAdvertisingIdFault(id, facts)).toBeNull();
  });

  it.each([
    ['00000000-0000-0000-0000-000000000000', 'zeros'],
    ['00000000-0000-0000-0000-00000000000', 'zeros'],
    ['00000000000000000000000000000000', 'zeros'],
    ['0000_0000', 'zeros'],
    ['00', 'zeros'],
    ['0', 'placeholder'],
    ['-1', 'placeholder'],
    ['ffffffff-ffff-ffff-ffff-ffffffffffff', 'placeholder'],
    ['FFFFFFFF-ffff-FFFF-ffff-FFFFFFFFFFFF', 'placeholder'],
    ['11111111-1111-1111-1111-111111111111', 'placeholder'],
    ['aaaaaaaaaaaaaaaa', 'placeholder'],
    ['unknown', 'placeholder'],
    ['UNKNOWN_ID', 'placeholder'],
    ['null', 'placeholder'],
    ['undefined', 'placeholder'],
    ['none', 'placeholder'],
    ['NaN', 'placeholder'],
    ['N/A', 'placeholder'],
    ['denied', 'placeholder'],
    ['Restricted', 'placeholder'],
    ['unavailable', 'placeholder'],
    ['not_available', 'placeholder'],
    ['false', 'placeholder'],
    ['true', 'placeholder'],
    ['optout', 'placeholder'],
    ['opt-out', 'placeholder'],
    ['tracking_denied_by_user', 'placeholder'],
    ['-', 'placeholder'],
    ['---', 'placeholder'],
    ['', 'unusable'],
    ['juan@example.com', 'unusable'],
    ['+5491151190123', 'unusable'],
    ['abc def 123', 'unusable'],
    [`a1${'b'.repeat(254)}`, 'unusable'],
    ['5491151190123', 'digits'],
    ['34-848-988', 'digits'],
  ])('%j is not: %s', (id, fault) => {
    expect(findAdvertisingIdFault(id, facts)).toBe(fault);
  });

  it('takes the vendor ID for none, in any letter case, unless the event says yes', () => {
    const id = 'ABCDEF00-1111-2222-3333-444444444444';
    const deviceId = id.toLowerCase();
    expect(findAdvertisingIdFault(id, { deviceId, allowsTracking: false })).toBe('vendor_id');
    expect(findAdvertisingIdFault(id, { deviceId, allowsTracking: true })).toBeNull();
    expect(findAdvertisingIdFault(id, { deviceId: `${deviceId}0`, allowsTracking: false })).toBeNull();
  });
});
