import { readCountryRow } from './country-row.js';

it.each([
  [
    'ar arg 032 argentina argentine / buenosaires cordoba',
    {
      alpha2: 'ar',
      alpha3: 'arg',
      number: '032',
      names: ['argentina', 'argentine'],
      zoneParts: ['buenosaires', 'cordoba'],
    },
  ],
  ['xk xkx - kosovo', { alpha2: 'xk', alpha3: 'xkx', number: null, names: ['kosovo'], zoneParts: [] }],
])('reads %j', (line, row) => {
  expect(readCountryRow(line)).toEqual(row);
});
