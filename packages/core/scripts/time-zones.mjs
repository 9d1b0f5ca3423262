import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { getAllTimezones } = require('countries-and-timezones');

/** Offsets by their abbreviation, which the package lists under the country of the zone that they are now a link to. */
const abbreviations = /^(?:[CEMW]ET|[EHM]ST|[CEMP]ST\d[CEMP]DT)$/;

/** The package follows zone1970.tab of the time zone database, which has Russia first; zone.tab has Ukraine alone. */
const corrections = { 'Europe/Simferopol': 'UA' };

/** Parts of names that have several zones of one country below them, and are no name of a country. */
const ofTheUnitedStates = ['US', 'Indiana', 'Kentucky', 'North_Dakota'];

/**
 * The parts of zones' names that tell a country, by its alpha-2 code, sorted: `lima` of `America/Lima` for `pe`.
 *
 * @param countryKey the function of that name in the sources, by which parts are looked up
 * @param countryNamed the country that a part is the name of, or undefined: such a part needs no entry
 */
export function zonePartsByCountry(countryKey, countryNamed) {
  const owners = new Map(ofTheUnitedStates.map((part) => [countryKey(part), 'us']));
  const zones = Object.values(getAllTimezones({ deprecated: true })).flatMap(({ name, countries }) =>
    countries.length === 0 || abbreviations.test(name)
      ? []
      : [{ path: name.split('/').reverse(), country: (corrections[name] ?? countries[0]).toLowerCase() }],
  );
  const find = (path) => path.map((part) => owners.get(countryKey(part)) ?? countryNamed(part)).find(Boolean);
  for (const { path, country } of zones) {
    if (find(path) !== country) owners.set(countryKey(path[0]), country);
  }
  for (const { path, country } of zones) {
    if (find(path) !== country) throw new Error(`${path[0]} is the name of zones of two countries.`);
  }
  const byCountry = new Map();
  for (const [key, country] of [...owners].sort()) byCountry.set(country, [...(byCountry.get(country) ?? []), key]);
  return byCountry;
}
