import fc from 'fast-check';
import { getAlpha2Codes, getNumericCodes } from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json';
import portuguese from 'i18n-iso-countries/langs/pt.json';
import spanish from 'i18n-iso-countries/langs/es.json';
import { normalizeCountry } from './country-code.js';

/** Where the package's Portuguese has the two republics of the Congo the wrong way round, or a name is ambiguous. */
const excepted = ['CD', 'CG', 'SX'];

function rows(code: string, ...names: string[]): [text: string, code: string][] {
  return names.map((name) => [name, code]);
}

describe('normalizeCountry', () => {
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
    ...rows('do', 'Rep. Dominicana', 'Rep Dominicana', 'R. Dominicana', 'REP. DOMINICANA', 'Rep.Dominicana'),
    ...rows('do', 'Dominican Rep.', 'Repca. Dominicana', 'Rep. Dom.', 'R.D.', 'RD'),
    ...rows('us', 'E.U.A.', 'E. U. A.', 'E.U.A', 'E.E.U.U.', 'EE.UU', 'EE UU', 'Estados Unidos (EE.UU.)'),
    ...rows('us', 'Estados Unidos de América (EUA)', 'USA - United States', 'Estados Unidos da América do Norte'),
    ...rows('us', 'US-CA', 'us-ca', '840', '🇺🇸'),
    ...rows('mx', 'México D.F.', 'Mexico DF', 'México, D. F.', 'Ciudad de México', 'CDMX', 'Méx.', 'Rep. Mexicana'),
    ...rows('mx', 'MX-CMX', '484', '🇲🇽'),
    ...rows('ar', '032', 'AR-B', 'ar-b', '🇦🇷', '🇦🇷 Argentina', 'Argentina (AR)', 'AR - Argentina', 'Argentina/AR'),
    ...rows('ar', 'Rep. Argentina', 'R. Argentina', 'Arg.', 'Argentina +54'),
    ...rows('br', '076', 'BR-SP', 'BR-PE', 'BR-PA', 'Brasil (BR)', 'Rep. Federativa do Brasil', 'Bra'),
    ...rows('co', '170', 'CO-DC', 'CO-AM', 'Rep. de Colombia', 'Col.'),
    ...rows('ca', '124', 'CA-ON', 'CA-PE', 'CA-NL'),
    ...rows('uy', '858', 'R.O.U.', 'Rep. Oriental del Uruguay', 'UY-MO'),
    ...rows('ve', '862', 'Rep. Bolivariana de Venezuela', 'Venezuela, RB', 'VE-A'),
    ...rows('bo', '068', 'Edo. Plurinacional de Bolivia'),
    ...rows('es', '724', 'ES-M', 'ES-CT', 'Esp.', 'Reino de España', '🇪🇸'),
    ...rows('pt', '620', 'PT-11', 'Rep. Portuguesa'),
    ...rows('pr', '630', 'P.R.', 'P. Rico', 'Pto. Rico'),
    ...rows('gb', '826', 'U.K.', 'R.U.', 'GB-ENG'),
    ...rows('cd', 'Rep. Dem. del Congo', 'R.D. Congo', 'D.R. Congo', 'Congo (Rep. Dem.)', 'Congo, Dem. Rep.', 'DRC'),
    ...rows('cg', 'Rep. del Congo', 'Congo, Rep.', 'Congo (Brazzaville)'),
    ...rows('kr', 'Rep. de Corea', 'Korea, Rep.', 'Corea (Sur)'),
    ...rows('kp', 'Korea (North)', "Korea, Dem. People's Rep."),
    ...rows('cz', 'Rep. Checa', 'Rep. Tcheca', 'Czech Rep.'),
    ...rows('ae', 'U.A.E.', 'E.A.U.', 'EAU'),
    ...rows('lc', 'Sta. Lucía', 'St. Lucia', 'Santa Lucía'),
    ...rows('vc', 'S. Vicente y las Granadinas', 'San Vicente'),
    ...rows('st', 'S. Tomé e Príncipe', 'Sto. Tomé y Príncipe'),
  ])('%s is %s', (text, code) => {
    expect(normalizeCountry(text)).toBe(code);
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
    'ES-AR',
    'es-ar',
    'pt-BR',
    'PT-BR',
    'gl-ES',
    'gl-es',
    'en-US',
    'AR-BUEN',
    'XX-1',
    '54',
    '032 ARS',
    '000',
    '999',
    'E.U.',
    'E.S.',
    'D.F.',
    'Rep.',
    'Rep. Dem.',
    'Chile o Argentina',
    'Argentina - Chile',
    '🇽🇽',
    '🏳️',
    'unknown',
    'null',
    '__proto__',
    'constructor',
    'ar'.repeat(5_000_000),
  ])('%.40j is none', (text) => {
    expect(normalizeCountry(text)).toBeNull();
  });

  it('knows every code and every name of the package', () => {
    const missed = Object.entries(getAlpha2Codes()).flatMap(([alpha2, alpha3]) => {
      const languages = [english, spanish, portuguese].map(({ countries }) => countries as Record<string, unknown>);
      const names = excepted.includes(alpha2) ? [] : languages.flatMap((countries) => countries[alpha2] as string[]);
      return [alpha2, alpha2.toLowerCase(), alpha3, alpha3.toLowerCase(), ...names]
        .filter((text) => normalizeCountry(text) !== alpha2.toLowerCase())
        .map((text) => `${alpha2}: ${text}`);
    });
    expect(missed).toEqual([]);
    expect(Object.keys(getAlpha2Codes())).toHaveLength(250);
  });

  it("knows every country's name in the locales of the Americas, Spain and Portugal", () => {
    // The names elsewhere change with the engine's version; those of these countries have been the same for long.
    const americas =
      'AG AI AR AW BB BM BO BR BS BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GT GY HN HT JM KN KY LC MQ MS MX NI PA PE ' +
      'PR PY SR SV TC TT US UY VC VE VG VI ES PT';
    const missed = ['en', 'en-GB', 'es', 'es-419', 'es-AR', 'es-MX', 'es-US', 'pt', 'pt-PT'].flatMap((locale) =>
      (['long', 'short'] as const).flatMap((style) => {
        const names = new Intl.DisplayNames(locale, { type: 'region', style });
        return americas
          .split(' ')
          .map((code) => ({ locale, code, name: names.of(code) ?? code }))
          .filter(({ code, name }) => normalizeCountry(name) !== code.toLowerCase());
      }),
    );
    expect(missed).toEqual([]);
  });

  it('knows every numeric code, which has three digits', () => {
    const missed = Object.entries(getNumericCodes())
      .filter(([number, alpha2]) => number.length === 3 && normalizeCountry(number) !== alpha2.toLowerCase())
      .map(([number]) => number);
    expect(missed).toEqual([]);
    expect([normalizeCountry('32'), normalizeCountry('0032')]).toEqual([null, null]);
  });

  it('answers any text with a country or null', () => {
    const known = new Set(Object.keys(getAlpha2Codes()).map((code) => code.toLowerCase()));
    const text = fc.oneof(fc.string({ maxLength: 4 }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(text, (value) => {
        const code = normalizeCountry(value);
        expect(code === null || known.has(code)).toBe(true);
      }),
    );
  });
});
