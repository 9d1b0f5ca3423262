import { normalizeLanguage } from './language.js';

describe('normalizeLanguage', () => {
  it.each([
    ['es', 'es'],
    ['ES', 'es'],
    ['es-AR', 'es'],
    ['es_AR', 'es'],
    ['es-419', 'es'],
    ['pt-BR', 'pt'],
    ['pt_BR.UTF-8', 'pt'],
    ['zh-Hant-TW', 'zh'],
    ['en_US@rg=arzzzz', 'en'],
    ['gn', 'gn'],
    ['qu-PE', 'qu'],
    ['iw_IL', 'he'],
    ['in-ID', 'id'],
    ['ji', 'yi'],
    ['spa', 'es'],
    ['POR-BR', 'pt'],
    ['fil-PH', 'tl'],
  ])('%s is %s', (locale, code) => {
    expect(normalizeLanguage(locale)).toBe(code);
  });

  it.each([
    '',
    '-',
    'e',
    'xx',
    'zz-AR',
    'und',
    'yue-HK',
    'Spanish',
    'español',
    'C.UTF-8',
    '419',
    'es1',
    'toString',
    'es-AR'.repeat(1_000_000),
  ])('%.40j is none', (locale) => {
    expect(normalizeLanguage(locale)).toBeNull();
  });

  it('knows the 183 codes of ISO 639-1', () => {
    const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
    const codes = letters.flatMap((first) => letters.map((second) => first + second));
    expect(codes.filter((code) => normalizeLanguage(code) === code)).toHaveLength(183);
  });
});
