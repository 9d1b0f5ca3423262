import { isCnpj, isCpf, isCuit, isNif } from './check-digits.js';

/** A kind of document: what its keys are called, and what its numbers look like. A document is added here alone. */
export interface DocumentType {
  /** As people write it before the number: `DNI 34.848.988`. Dots between its letters are nothing. */
  readonly name: string;
  /** Where it is issued, alpha-2. */
  readonly countries: string;
  /** Words of a key that name it in whatever company, without accents; `a+b` is a phrase. */
  readonly keys: string;
  /** Words that name it only if nothing unknown stands beside them: `run`, but not `run_distance`. */
  readonly shortKeys?: string;
  /** Fewest and most digits. */
  readonly digits: readonly [number, number];
  /**
   * `none`: there are only digits. `derived`: a letter that the digits give, which may be left out. `identity`: without
   * its letters a number is somebody else's, so that it can't be written in digits alone.
   */
  readonly letters: 'none' | 'derived' | 'identity';
  /** Zeros that a spreadsheet took off the front come back. */
  readonly padded?: true;
  /** Marks or letters that only this document has, for finding one in a text that does not name it. */
  readonly written?: RegExp;
  /** What `written` finds without dots counts only with its check digits. */
  readonly isChecked?: true;
  /** Codes of products look like it, so that under a key of codes it is none. */
  readonly isLikeCodes?: true;
  /** Check digits, over digits and letters without marks, in upper case. */
  readonly isValid?: (text: string) => boolean;
  /** The check digits tell it from other numbers, so that it is found without marks, too. */
  readonly isFoundBare?: true;
  /** Groups that people write it in, by their lengths. */
  readonly groups?: readonly string[];
  /** Its name is a word, too, which a text may hold before any number. */
  readonly isWord?: true;
}

/** The one table of documents: of its rows the guard and the normal form of a national ID are made. */
export const documents: readonly DocumentType[] = [
  { name: 'DNI', countries: 'AR PE ES', keys: 'dni', digits: [7, 8], letters: 'derived' },
  {
    name: 'CUIT',
    countries: 'AR',
    keys: 'cuit',
    digits: [11, 11],
    letters: 'none',
    written: /(?:20|2[3-7]|3[034])-\d{8}-\d/,
    isValid: isCuit,
    isFoundBare: true,
    groups: ['2-8-1'],
  },
  { name: 'CUIL', countries: 'AR', keys: 'cuil', digits: [11, 11], letters: 'none' },
  {
    name: 'CPF',
    countries: 'BR',
    keys: 'cpf',
    digits: [11, 11],
    letters: 'none',
    padded: true,
    written: /\d{3}\.\d{3}\.\d{3}[-/]\d{2}/,
    isValid: isCpf,
    isFoundBare: true,
    groups: ['3-3-3-2', '9-2'],
  },
  {
    name: 'CNPJ',
    countries: 'BR',
    keys: 'cnpj',
    digits: [14, 14],
    letters: 'identity',
    written: /[\dA-Z]{2}\.[\dA-Z]{3}\.[\dA-Z]{3}\/[\dA-Z]{4}-\d{2}|(?=\d{0,11}[A-Z])[\dA-Z]{12}\d{2}/,
    isChecked: true,
    isValid: isCnpj,
  },
  // Its check digit may be an X.
  { name: 'RG', countries: 'BR', keys: 'registro+geral', shortKeys: 'rg', digits: [7, 9], letters: 'identity' },
  { name: 'CNH', countries: 'BR', keys: 'cnh', digits: [11, 11], letters: 'none' },
  {
    name: 'PIS',
    countries: 'BR',
    keys: 'pasep nis',
    shortKeys: 'pis',
    digits: [11, 11],
    letters: 'none',
    written: /\d{3}\.\d{5}\.\d{2}-\d/,
    isLikeCodes: true,
  },
  {
    name: 'RUT',
    countries: 'CL',
    keys: 'rut',
    shortKeys: 'run',
    digits: [7, 9],
    letters: 'identity',
    written: /\d{1,2}\.\d{3}\.\d{3}-[\dK]/,
  },
  { name: 'RUN', isWord: true, countries: 'CL', keys: '', digits: [7, 9], letters: 'identity' },
  { name: 'CI', countries: 'UY BO EC PY CR', keys: 'cedula', shortKeys: 'ci', digits: [6, 10], letters: 'none' },
  { name: 'CC', countries: 'CO', keys: 'cedula+ciudadania', shortKeys: 'cc', digits: [5, 10], letters: 'none' },
  { name: 'CE', isWord: true, countries: 'CO PE', keys: 'cedula+extranjeria', digits: [5, 12], letters: 'none' },
  { name: 'TI', isWord: true, countries: 'CO', keys: 'tarjeta+identidad', digits: [10, 11], letters: 'none' },
  { name: 'NIT', countries: 'CO GT BO SV', keys: '', shortKeys: 'nit', digits: [6, 14], letters: 'none' },
  { name: 'RUC', countries: 'PE EC PY PA', keys: 'ruc', digits: [8, 13], letters: 'none' },
  { name: 'V', countries: 'VE', keys: '', digits: [6, 9], letters: 'none' },
  { name: 'RIF', isWord: true, countries: 'VE', keys: 'rif', digits: [8, 10], letters: 'identity' },
  {
    name: 'CURP',
    countries: 'MX',
    keys: 'curp',
    digits: [7, 8],
    letters: 'identity',
    written: /[A-Z]{4}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[HMX][A-Z]{5}[\dA-Z]\d/,
  },
  {
    name: 'RFC',
    countries: 'MX',
    keys: 'rfc',
    digits: [6, 9],
    letters: 'identity',
    // Four letters are a person's; a company's three are found under its key alone, since many codes look like it.
    written: /[A-ZÑ&]{4}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[\dA-Z]{2}[\dA]/,
  },
  {
    name: 'NSS',
    countries: 'MX',
    keys: 'nss imss',
    digits: [11, 11],
    letters: 'none',
    written: /\d{2} \d{2} \d{2} \d{4} \d/,
  },
  { name: 'INE', isWord: true, countries: 'MX', keys: '', shortKeys: 'ine ife', digits: [9, 13], letters: 'identity' },
  { name: 'DPI', countries: 'GT', keys: 'dpi', digits: [13, 13], letters: 'none' },
  { name: 'DUI', countries: 'SV', keys: '', shortKeys: 'dui', digits: [9, 9], letters: 'none' },
  { name: 'RTN', countries: 'HN', keys: 'rtn', digits: [14, 14], letters: 'none' },
  {
    name: 'NIE',
    countries: 'ES',
    keys: '',
    shortKeys: 'nie',
    digits: [7, 7],
    letters: 'identity',
    written: /[XYZ]-?\d{7}-?[A-Z]/,
    isChecked: true,
    isLikeCodes: true,
    isValid: isNif,
  },
  {
    name: 'NIF',
    countries: 'ES PT',
    keys: 'nif',
    digits: [8, 9],
    letters: 'derived',
    written: /\d{8}-?[A-HJ-NP-TV-Z]/,
    isChecked: true,
    isLikeCodes: true,
    isValid: isNif,
  },
  {
    name: 'SSN',
    countries: 'US',
    keys: 'ssn',
    digits: [9, 9],
    letters: 'none',
    written: /(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}/,
    isLikeCodes: true,
  },
  { name: 'SIN', isWord: true, countries: 'CA', keys: '', shortKeys: 'sin', digits: [9, 9], letters: 'none' },
  { name: 'NID', isWord: true, countries: '', keys: 'nid', digits: [5, 20], letters: 'none' },
];
