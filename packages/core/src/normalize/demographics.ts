import { isoDate } from './iso-date.js';

/** Words, titles and their short forms in English, Spanish and Portuguese, without accents. */
const female =
  /^(?:f|fem|female|femenin[oa]|feminin[oa]|woman|women|mujer|mulher|girl|lady|ms|mrs|miss|dama|senora|senhora|senorita|sra|srta|hembra|femea)$/;
const male =
  /^(?:m|h|masc|male|masculin[oa]|man|men|hombre|homem|varon|varao|macho|boy|gentleman|mr|caballero|cavalheiro|senor|senhor|sr)$/;

/** `F` or `M`, from words in English, Spanish and Portuguese. Anything else is null: Loop takes these two. */
export function normalizeGender(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 64) return null;
  const word = value
    .normalize('NFD')
    .replace(/[\u0300-\u036f\s.]/g, '')
    .toLowerCase();
  if (female.test(word)) return 'F';
  return male.test(word) ? 'M' : null;
}

/** Whole years from 0 to 120, from a number or its digits. */
export function normalizeAge(value: unknown): string | null {
  const years = typeof value === 'string' && /^\s*\d{1,3}\s*$/.test(value) ? Number(value) : value;
  if (typeof years !== 'number' || years % 1 !== 0 || years < 0 || years > 120) return null;
  return String(years + 0);
}

/**
 * `yyyymmdd` if the full date is certain, else `yyyy`. A day and a month in unclear order give the year alone.
 *
 * @param value text, a Date, or the digits as a number
 * @param thisYear nobody was born after it
 */
export function normalizeBirthDate(value: unknown, thisYear = new Date().getUTCFullYear()): string | null {
  const isCount = typeof value === 'number' && value % 1 === 0 && value > 0;
  const text = isCount ? String(value) : typeof value === 'object' ? isoDate(value) : value;
  if (typeof text !== 'string' || text.length > 64) return null;

  const iso = /^\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)/.exec(text);
  if (iso) {
    const [, year = '', month = '', day = ''] = iso;
    const isDate = isBirthYear(Number(year), thisYear) && isDay(Number(year), Number(month), Number(day));
    return isDate ? year + month + day : null;
  }
  const year = /(?:^|\D)(\d{4})(?:\D|$)/.exec(text)?.[1];
  return year !== undefined && isBirthYear(Number(year), thisYear) ? year : null;
}

function isBirthYear(year: number, thisYear: number): boolean {
  return year >= 1900 && year <= thisYear;
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= days;
}
