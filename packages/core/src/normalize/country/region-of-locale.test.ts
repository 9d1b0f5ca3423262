import { regionOfLocale } from './region-of-locale.js';

describe('regionOfLocale', () => {
  it.each([
    ['es-AR', 'ar'],
    ['es_AR', 'ar'],
    ['pt-BR', 'br'],
    ['PT-br', 'br'],
    ['zh-Hant-TW', 'tw'],
    ['zh_TW_#Hant', 'tw'],
    ['pt_BR.UTF-8', 'br'],
    ['es_AR@currency=ARS', 'ar'],
    ['es-MX-u-ca-gregory', 'mx'],
    ['ca-ES-valencia', 'es'],
    ['fil-PH', 'ph'],
    ['en_US@rg=arzzzz', 'ar'],
    ['en-US-u-ca-gregory-rg-clzzzz', 'cl'],
  ])('%s is of %s', (locale, code) => {
    expect(regionOfLocale(locale)).toBe(code);
  });

  it.each([
    '',
    'es',
    'AR',
    'es-419',
    'zh-Hant',
    'es-XX',
    'es-ARG',
    'es-A',
    'C.UTF-8',
    'posix',
    'es-AR'.repeat(1_000_000),
  ])('%.40j is of none', (locale) => {
    expect(regionOfLocale(locale)).toBeNull();
  });
});
