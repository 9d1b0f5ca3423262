import { isPlaceholder } from './placeholder.js';

describe('isPlaceholder', () => {
  it.each([
    ...['unknown', 'Unknown', ' UNKNOWN ', 'undefined', 'null', '(null)', '<null>', 'none', 'None', 'nil', 'NaN'],
    ...['n/a', 'N/A', 'N.A.', 'na', '-', '--', '?', '', ' ', 'generic', 'Generic'],
    ...['not set', '(not set)', 'not_available', 'unavailable', '[object Object]', 'Desconocido', 'desconhecido'],
  ])('%j is one', (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });

  it.each([
    ...['Pixel6', 'iPhone15,2', 'Google', 'samsung', 'com.example.app', 'Example App', 'Nokia', 'Nano', 'OnePlus'],
    ...['generic_x86', 'Generic Phone', 'unknown-device-7', 'X', '0', 'null'.repeat(10_000_000)],
  ])('%.30j is a name', (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });
});
