import { isSigned } from './webhook-signature.js';

// RFC 2202, test case 2.
const body = Buffer.from('what do ya want for nothing?');
const signature = 'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79';

test.each([
  ['the right one', body, signature, 'Jefe', true],
  ['in upper case', body, signature.toUpperCase(), 'Jefe', true],
  ['another secret', body, signature, 'Jefa', false],
  ['another body', Buffer.from('what do ya want for nothing!'), signature, 'Jefe', false],
  ['one digit off', body, signature.replace(/9$/, '8'), 'Jefe', false],
  ['too short', body, signature.slice(2), 'Jefe', false],
  ['no hex', body, 'x'.repeat(40), 'Jefe', false],
  ['none', body, undefined, 'Jefe', false],
])('%s', (_, bytes, given, secret, expected) => {
  expect(isSigned(bytes, given, secret)).toBe(expected);
});
