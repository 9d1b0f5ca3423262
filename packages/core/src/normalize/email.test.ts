import { normalizeEmail } from './email.js';

describe('normalizeEmail', () => {
  it.each([
    ['example@example.com', 'example@example.com'],
    ['  Example@EXAMPLE.com \n', 'example@example.com'],
    ['\ufeff\u00a0an@b.co', 'an@b.co'],
    ['José.Muñoz@correo.com.ar', 'josé.muñoz@correo.com.ar'],
    ['jose\u0301@correo.com.ar', 'jose\u0301@correo.com.ar'],
    ['ana@correo.ñandú.ar', 'ana@correo.ñandú.ar'],
    ['a+tag@gmail.com', 'a+tag@gmail.com'],
    ['\u200bexample@example.com', 'example@example.com'],
    ['exam\u200bple@example\u00ad.com\u2060', 'example@example.com'],
    ['\u202aexample@example.com\u202c', 'example@example.com'],
    ['"Example@example.com"', 'example@example.com'],
    ["'example@example.com", 'example@example.com'],
    ['“example@example.com”', 'example@example.com'],
    ['example@example.com.', 'example@example.com'],
    ['"example@example.com." ', 'example@example.com'],
    ['"example@example.com".', 'example@example.com'],
    ["o'neill_%1/2=x@sub-domain.example.co", "o'neill_%1/2=x@sub-domain.example.co"],
    ['.a..b.@example.com', '.a..b.@example.com'],
    [`${'a'.repeat(308)}@example.com`, `${'a'.repeat(308)}@example.com`],
  ])('%j becomes %j', (text, expected) => {
    expect(normalizeEmail(text)).toBe(expected);
  });

  it.each([
    '',
    ' ',
    '@',
    'not-an-email',
    'a@b',
    '@example.com',
    'a@',
    'a@b@example.com',
    'a b@example.com',
    'a@exam ple.com',
    'a@.com',
    'a@example.',
    'a@example..com',
    'a@exa_mple!.com',
    'Ana <ana@example.com>',
    '<ana@example.com>',
    'mailto:ana@example.com',
    'ana@example.com,eva@example.com',
    'ana@example.com;',
    '"ana"@example.com',
    'ana%40example.com',
    '541151190123@s.whatsapp.net',
    '541151190123@c.us',
    '541151190123-1600000000@g.us',
    '541151190123@lid',
    'example@example.com..',
    'ana\0@example.com',
    'ana\ud83d@example.com',
    `${'a'.repeat(309)}@example.com`,
  ])('%j is none', (text) => {
    expect(normalizeEmail(text)).toBeNull();
  });

  it('takes an emoji, which is two halves of a character that belong together', () => {
    expect(normalizeEmail('😀@example.com')).toBe('😀@example.com');
  });

  it('does not look into a text of ten million characters', () => {
    expect(normalizeEmail('@.'.repeat(5_000_000))).toBeNull();
  });
});
