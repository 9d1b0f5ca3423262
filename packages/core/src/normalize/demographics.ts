import { isoDate } from './iso-date.js';
import { unusable, type Refusal } from '../translate/refusal.js';

const female = /^(?:f|female|femenino|femenina|feminino|feminina|woman|mujer|mulher)$/;
const male = /^(?:m|male|masculino|masculina|man|hombre|homem|var[oó]n)$/;

/** `F` or `M`, from words in English, Spanish and Portuguese. Anything else is refused: Loop takes these two. */
export function readGender(value: unknown): string | Refusal {
  if (typeof value !== 'string' || value.length > 64) return unusable;
  const word = value.trim().toLowerCase();
  if (female.test(word)) return 'F';
  return male.test(word) ? 'M' : unusable;
}

/** Whole years from 0 to 120, from a number or its digits. */
export function readAge(value: unknown): string | Refusal {
  const years = typeof value === 'string' && /^\s*\d{1,3}\s*$/.test(value) ? Number(value) : value;
  if (typeof years !== 'number' || years % 1 !== 0 || years < 0 || years > 120) return unusable;
  return String(years + 0);
}

/** `yyyymmdd` if the full date is certain, else `yyyy`. A day and a month in unclear order give the year alone. */
export function readBirthDate(value: unknown): string | Refusal {
  if (typeof value === 'number') return isBirthYear(value) ? String(value) : unusable;
  const text = typeof value === 'object' ? isoDate(value) : value;
  if (typeof text !== 'string' || text.length > 64) return unusable;

  const iso = /^\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)/.exec(text);
  if (iso) {
    const [, year = '', month = '', day = ''] = iso;
    if (!isBirthYear(Number(year)) || !isDay(Number(year), Number(month), Number(day))) return unusable;
    return year + month + day;
  }
  const year = /(?:^|\D)(\d{4})(?:\D|$)/.exec(text)?.[1];
  return year !== undefined && isBirthYear(Number(year)) ? year : unusable;
}

function isBirthYear(year: number): boolean {
  return year % 1 === 0 && year >= 1900 && year <= 2099;
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= days;
}
