import { getAllTimezones } from 'countries-and-timezones';
import { countryOfTimeZone } from './country-of-time-zone.js';

describe('countryOfTimeZone', () => {
  it.each([
    ['America/Argentina/Buenos_Aires', 'ar'],
    ['America/Argentina/Cordoba', 'ar'],
    ['America/Argentina/ComodRivadavia', 'ar'],
    ['America/Buenos_Aires', 'ar'],
    ['America/Cordoba', 'ar'],
    ['America/La_Paz', 'bo'],
    ['America/Sao_Paulo', 'br'],
    ['Brazil/East', 'br'],
    ['America/Toronto', 'ca'],
    ['America/Santiago', 'cl'],
    ['America/Coyhaique', 'cl'],
    ['Chile/Continental', 'cl'],
    ['Pacific/Easter', 'cl'],
    ['America/Bogota', 'co'],
    ['America/Costa_Rica', 'cr'],
    ['America/Havana', 'cu'],
    ['Cuba', 'cu'],
    ['America/Santo_Domingo', 'do'],
    ['America/Guayaquil', 'ec'],
    ['Europe/Madrid', 'es'],
    ['Atlantic/Canary', 'es'],
    ['America/Guatemala', 'gt'],
    ['America/Tegucigalpa', 'hn'],
    ['Asia/Calcutta', 'in'],
    ['Asia/Kolkata', 'in'],
    ['America/Jamaica', 'jm'],
    ['America/Mexico_City', 'mx'],
    ['America/Ciudad_Juarez', 'mx'],
    ['Mexico/General', 'mx'],
    ['America/Managua', 'ni'],
    ['Europe/Oslo', 'no'],
    ['America/Panama', 'pa'],
    ['America/Lima', 'pe'],
    ['America/Puerto_Rico', 'pr'],
    ['America/Asuncion', 'py'],
    ['America/El_Salvador', 'sv'],
    ['Europe/Kiev', 'ua'],
    ['Europe/Simferopol', 'ua'],
    ['America/New_York', 'us'],
    ['America/Indiana/Indianapolis', 'us'],
    ['US/Pacific', 'us'],
    ['US/Samoa', 'as'],
    ['America/Montevideo', 'uy'],
    ['America/Caracas', 've'],
    [' america/lima ', 'pe'],
  ])('%s is in %s', (zone, code) => {
    expect(countryOfTimeZone(zone)).toBe(code);
  });

  it.each([
    '',
    'UTC',
    'Etc/UTC',
    'GMT',
    'Etc/GMT+3',
    'GMT-03:00',
    '-03:00',
    'EST',
    'EST5EDT',
    'CET',
    'MET',
    'WET',
    'Zulu',
    'Factory',
    'America',
    'America/Nowhere',
    'Argentina Standard Time',
    '__proto__',
    'America/Lima'.repeat(1_000_000),
  ])('%.40j is in none', (zone) => {
    expect(countryOfTimeZone(zone)).toBeNull();
  });

  it('knows every zone of the package, old names included', () => {
    const abbreviations = ['CET', 'CST6CDT', 'EET', 'EST', 'EST5EDT', 'HST', 'MET', 'MST', 'MST7MDT', 'PST8PDT', 'WET'];
    const zones = Object.values(getAllTimezones({ deprecated: true }));
    const missed = zones
      .filter(({ name }) => name !== 'Europe/Simferopol' && !abbreviations.includes(name))
      .filter(({ name, countries }) => countryOfTimeZone(name) !== (countries[0]?.toLowerCase() ?? null))
      .map(({ name }) => name);
    expect(missed).toEqual([]);
    expect(zones.length).toBeGreaterThan(590);
  });
});
