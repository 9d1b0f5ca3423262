import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { getAllTimezones } = require('countries-and-timezones');

/** Offsets by their abbreviation, which the package lists under the country of the zone that they are now a link to. */
const abbreviations = /^(?:[CEMW]ET|[EHM]ST|[CEMP]ST\d[CEMP]DT)$/;

/** The package follows zone1970.tab of the time zone database, which has Russia first; zone.tab has Ukraine alone. */
const corrections = { 'Europe/Simferopol': 'UA' };

/** Parts of names that have several zones of one country below them, and are no name of a country. */
const ofOneCountry = ['us', 'indiana', 'kentucky', 'north_dakota'].map((part) => [part, 'us']);

/**
 * One row per country: its code, and the parts of zones' names that tell it. `pelima` stands for `America/Lima`.
 *
 * @param countryNamed the country that a part is the name of, as the sources have it, or undefined: it needs no row
 */
export function timeZonesTable(countryNamed) {
  const parts = new Map(ofOneCountry);
  const zones = Object.values(getAllTimezones({ deprecated: true })).flatMap(({ name, countries }) =>
    countries.length === 0 || abbreviations.test(name)
      ? []
      : [{ path: name.toLowerCase().split('/').reverse(), country: (corrections[name] ?? countries[0]).toLowerCase() }],
  );
  const find = (path) => path.map((part) => parts.get(part) ?? countryNamed(part)).find((country) => country);
  for (const { path, country } of zones) {
    if (find(path) !== country) parts.set(path[0], country);
  }
  for (const { path, country } of zones) {
    if (find(path) !== country) throw new Error(`${path[0]} is the name of zones of two countries.`);
  }
  const countries = [...new Set(parts.values())].sort();
  return countries
    .map(
      (country) =>
        country +
        [...parts.keys()]
          .filter((part) => parts.get(part) === country)
          .sort()
          .join(','),
    )
    .join(';');
}
