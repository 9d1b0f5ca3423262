import fc from 'fast-check';
import { getAlpha2Codes } from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json';
import portuguese from 'i18n-iso-countries/langs/pt.json';
import spanish from 'i18n-iso-countries/langs/es.json';
import { readCountry } from './country-code.js';

/** Where the package's Portuguese has the two republics of the Congo the wrong way round, or a name is ambiguous. */
const excepted = ['CD', 'CG', 'SX'];

describe('readCountry', () => {
  it.each([
    ['ar', 'ar'],
    ['AR', 'ar'],
    [' Ar ', 'ar'],
    ['ARG', 'ar'],
    ['arg', 'ar'],
    ['Argentina', 'ar'],
    ['argentina', 'ar'],
    ['República Argentina', 'ar'],
    ['Republica Argentina', 'ar'],
    ['Argentine Republic', 'ar'],
    ['Brasil', 'br'],
    ['BRAZIL', 'br'],
    ['República Federativa do Brasil', 'br'],
    ['Bolivia, Plurinational State of', 'bo'],
    ['Bolivia (Plurinational State of)', 'bo'],
    ['Estado Plurinacional de Bolivia', 'bo'],
    ['República de Chile', 'cl'],
    ['Colômbia', 'co'],
    ['Corea del Norte', 'kp'],
    ['Corea del Sur', 'kr'],
    ['Coréia do Sul', 'kr'],
    ['Korea, Republic of', 'kr'],
    ["Korea, Democratic People's Republic of", 'kp'],
    ["People's Republic of China", 'cn'],
    ['Taiwan, Province of China', 'tw'],
    ['Congo, The Democratic Republic of the', 'cd'],
    ['República Democrática do Congo', 'cd'],
    ['República del Congo', 'cg'],
    ["Côte d'Ivoire", 'ci'],
    ['Curaçao', 'cw'],
    ['Dominica', 'dm'],
    ['Dominican Republic', 'do'],
    ['República Dominicana', 'do'],
    ['El Salvador', 'sv'],
    ['EE.UU.', 'us'],
    ['EE. UU.', 'us'],
    ['EEUU', 'us'],
    ['EUA', 'us'],
    ['USA', 'us'],
    ['U.S.A.', 'us'],
    ['U.S.', 'us'],
    ['United States', 'us'],
    ['The United States of America', 'us'],
    ['Estados Unidos', 'us'],
    ['Estados Unidos de América', 'us'],
    ['Estados Unidos Mexicanos', 'mx'],
    ['México', 'mx'],
    ['Mexico', 'mx'],
    ['Méjico', 'mx'],
    ['me\u0301xico', 'mx'],
    ['España', 'es'],
    ['Espanha', 'es'],
    ['Holanda', 'nl'],
    ['Países Bajos', 'nl'],
    ['Inglaterra', 'gb'],
    ['Gran Bretaña', 'gb'],
    ['UK', 'gb'],
    ['Irã', 'ir'],
    ['Islas Malvinas', 'fk'],
    ['Panamá', 'pa'],
    ['Paraguai', 'py'],
    ['Perú', 'pe'],
    ['Puerto Rico', 'pr'],
    ['Russian Federation', 'ru'],
    ['Trinidad & Tobago', 'tt'],
    ['República Oriental del Uruguay', 'uy'],
    ['Venezuela', 've'],
    ['Venezuela (Bolivarian Republic of)', 've'],
    ['República Bolivariana de Venezuela', 've'],
    ['Vietnã', 'vn'],
    ['Islamic Republic of Pakistan', 'pk'],
    ['Estado de Israel', 'il'],
    ['Isla de Puerto Rico', 'pr'],
    ['Reunion Island', 're'],
  ])('%s is %s', (text, code) => {
    expect(readCountry(text)).toBe(code);
  });

  it.each([
    '',
    ' ',
    'zz',
    'XX',
    'EU',
    'AP',
    'ZZZ',
    'a',
    'America',
    'Latin America',
    'Europa',
    'Buenos Aires, Argentina',
    'Georgia, USA',
    'República',
    'the',
    'the State of',
    'Lima',
    'buenosaires',
    'Republic of Ireland Island Bank',
    'es-AR',
    '54',
    'unknown',
    'null',
    '__proto__',
    'constructor',
    'ar'.repeat(5_000_000),
  ])('%.40j is none', (text) => {
    expect(readCountry(text)).toBeNull();
  });

  it('knows every code and every name of the package', () => {
    const missed = Object.entries(getAlpha2Codes()).flatMap(([alpha2, alpha3]) => {
      const languages = [english, spanish, portuguese].map(({ countries }) => countries as Record<string, unknown>);
      const names = excepted.includes(alpha2) ? [] : languages.flatMap((countries) => countries[alpha2] as string[]);
      return [alpha2, alpha2.toLowerCase(), alpha3, alpha3.toLowerCase(), ...names]
        .filter((text) => readCountry(text) !== alpha2.toLowerCase())
        .map((text) => `${alpha2}: ${text}`);
    });
    expect(missed).toEqual([]);
    expect(Object.keys(getAlpha2Codes())).toHaveLength(250);
  });

  it('answers any text with a country or null', () => {
    const known = new Set(Object.keys(getAlpha2Codes()).map((code) => code.toLowerCase()));
    const text = fc.oneof(fc.string({ maxLength: 4 }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(text, (value) => {
        const code = readCountry(value);
        expect(code === null || known.has(code)).toBe(true);
      }),
    );
  });
});
