import fc from 'fast-check';
import { normalizePhone } from './phone.js';

/**
 * One person's number: its digits, then the ways to write it at home, those with a country code that nothing marks, and
 * those with a plus sign or 00.
 */
const people: readonly {
  who: string;
  country: string;
  digits: string;
  national: readonly string[];
  unmarked: readonly string[];
  international: readonly string[];
}[] = [
  {
    who: 'a mobile of Buenos Aires',
    country: 'ar',
    digits: '541151190123',
    national: [
      '011 15-5119-0123',
      '11 15 5119 0123',
      '011 5119-0123',
      '11 5119 0123',
      '9 11 5119 0123',
      '0 9 11 5119 0123',
    ],
    unmarked: ['541151190123', '5491151190123', '54 9 011 15 5119 0123', '541151190123.0'],
    international: [
      '+54 11 5119-0123',
      '+54 9 11 5119-0123',
      '+54 (9) 11 5119-0123',
      '+549 1151190123',
      '+54 011 5119-0123',
      '+54 0 11 15 5119 0123',
      '+54 11 15 5119-0123',
      '+54 9 11 15 5119-0123',
      '+54 9 11 5119-0123 int. 45',
      '0054 9 11 5119 0123',
      '(+54) 11-51190123',
      'tel:+54-9-11-5119-0123',
      '\u202a+54\u00a09\u00a011\u00a05119\u20110123\u202c',
    ],
  },
  {
    who: 'a mobile of Córdoba, with an area code of three digits',
    country: 'ar',
    digits: '543516123456',
    national: ['0351 15 612-3456', '(0351) 15-612-3456', '351 15 6123456', '351 612 3456', '9 351 612 3456'],
    unmarked: [],
    international: ['+54 9 (0351) 15-612-3456', '+54 0351 612-3456', '+54 351 15 612 3456', '+5493516123456'],
  },
  {
    who: 'a mobile of Río Gallegos, with an area code of four digits',
    country: 'ar',
    digits: '542966412345',
    national: ['02966 15 41-2345', '2966 15 412345', '02966 412345', '2966412345'],
    unmarked: [],
    international: ['+54 9 2966 41-2345', '+54 2966 412345', '+54 9 02966 15 412345'],
  },
  {
    who: 'a landline whose number begins with 15',
    country: 'ar',
    digits: '541115511901',
    national: ['011 1551-1901', '11 1551 1901'],
    unmarked: [],
    international: ['+54 11 1551-1901'],
  },
  {
    who: 'a Bolivian mobile',
    country: 'bo',
    digits: '59170012345',
    national: ['70012345', '700-12345'],
    unmarked: ['59170012345'],
    international: ['+591 7 0012345', '00591 70012345'],
  },
  {
    who: 'a landline of La Paz',
    country: 'bo',
    digits: '59122345678',
    national: ['(2) 234-5678', '02 234 5678'],
    unmarked: [],
    international: ['+591 2 2345678'],
  },
  {
    who: 'a mobile of São Paulo',
    country: 'br',
    digits: '5511912345678',
    national: ['(11) 91234-5678', '011 91234-5678', '0 15 11 91234-5678', '015 11 91234-5678', '0 41 11 91234 5678'],
    unmarked: ['5511912345678'],
    international: ['+55 (11) 91234-5678', '+55 011 91234-5678', '+55 (011) 91234-5678', '+55 0 15 11 91234-5678'],
  },
  {
    who: 'a mobile of Rio de Janeiro, whose area code is also a carrier code',
    country: 'br',
    digits: '5521987654321',
    national: ['021 98765-4321', '(21) 98765-4321', '0 21 21 98765-4321'],
    unmarked: [],
    international: ['+55 21 98765 4321'],
  },
  {
    who: 'a mobile of Santa Maria, whose area code is also the country code',
    country: 'br',
    digits: '5555991234567',
    national: ['(55) 99123-4567', '055 99123-4567'],
    unmarked: ['5555991234567'],
    international: ['+55 55 99123-4567'],
  },
  {
    who: 'a landline of Santa Maria',
    country: 'br',
    digits: '555532211234',
    national: ['(55) 3221-1234'],
    unmarked: ['555532211234'],
    international: ['+55 (55) 3221-1234'],
  },
  {
    who: 'a Chilean mobile',
    country: 'cl',
    digits: '56961234567',
    national: ['9 6123 4567', '09 6123 4567'],
    unmarked: ['56961234567'],
    international: ['+56 9 6123 4567', '+56 (0)9 6123 4567', '+56 09 6123 4567'],
  },
  {
    who: 'a landline of Santiago',
    country: 'cl',
    digits: '56223456789',
    national: ['2 2345 6789', '(02) 2345 6789'],
    unmarked: [],
    international: ['+56 2 2345 6789'],
  },
  {
    who: 'a Colombian mobile',
    country: 'co',
    digits: '573001234567',
    national: ['300 123 4567', '03 300 123 4567', '0300 123 4567'],
    unmarked: ['57 300 123 4567', '(57) 300 123 4567'],
    international: ['+57 300 1234567', '+57 (300) 123-4567', '0057 300 123 4567'],
  },
  {
    who: 'a landline of Bogotá',
    country: 'co',
    digits: '576012345678',
    national: ['601 234 5678', '(601) 2345678'],
    unmarked: [],
    international: ['+57 601 2345678'],
  },
  {
    who: 'a Costa Rican mobile',
    country: 'cr',
    digits: '50681234567',
    national: ['8123-4567'],
    unmarked: ['50681234567'],
    international: ['+506 8123 4567'],
  },
  {
    who: 'a Cuban mobile',
    country: 'cu',
    digits: '5351234567',
    national: ['5 123 4567', '05 1234567'],
    unmarked: ['5351234567'],
    international: ['+53 5 1234567'],
  },
  {
    who: 'a Dominican mobile',
    country: 'do',
    digits: '18095551234',
    national: ['809-555-1234', '(809) 555-1234'],
    unmarked: ['1 809 555 1234'],
    international: ['+1 809 555 1234'],
  },
  {
    who: 'an Ecuadorian mobile',
    country: 'ec',
    digits: '593991234567',
    national: ['099 123 4567', '99 123 4567'],
    unmarked: ['593991234567'],
    international: ['+593 99 123 4567', '+593 (0)99 123 4567', '+593 099 123 4567'],
  },
  {
    who: 'a landline of Quito',
    country: 'ec',
    digits: '59322345678',
    national: ['(02) 234-5678', '2 2345678'],
    unmarked: [],
    international: ['+593 2 234 5678'],
  },
  {
    who: 'a Spanish mobile',
    country: 'es',
    digits: '34612345678',
    national: ['612 34 56 78'],
    unmarked: ['34612345678'],
    international: ['+34 612 345 678', '0034 612345678'],
  },
  {
    who: 'a Guatemalan mobile',
    country: 'gt',
    digits: '50251234567',
    national: ['5123 4567'],
    unmarked: ['50251234567'],
    international: ['+502 5123-4567'],
  },
  {
    who: 'a Honduran mobile',
    country: 'hn',
    digits: '50491234567',
    national: ['9123-4567'],
    unmarked: ['50491234567'],
    international: ['+504 9123-4567'],
  },
  {
    who: 'a mobile of Mexico City',
    country: 'mx',
    digits: '525512345678',
    national: ['55 1234 5678', '044 55 1234 5678', '045 55 1234 5678', '01 55 1234 5678', '1 55 1234 5678'],
    unmarked: ['525512345678', '5215512345678'],
    international: [
      '+52 55 1234 5678',
      '+52 1 55 1234 5678',
      '+521 (55) 1234-5678',
      '+52 01 55 1234 5678',
      '+52 044 55 1234 5678',
      '0052 1 55 1234 5678',
    ],
  },
  {
    who: 'a Nicaraguan mobile',
    country: 'ni',
    digits: '50581234567',
    national: ['8123 4567'],
    unmarked: ['50581234567'],
    international: ['+505 8123 4567'],
  },
  {
    who: 'a Panamanian mobile',
    country: 'pa',
    digits: '50761234567',
    national: ['6123-4567'],
    unmarked: ['50761234567'],
    international: ['+507 6123-4567'],
  },
  {
    who: 'a Peruvian mobile',
    country: 'pe',
    digits: '51912345678',
    national: ['912 345 678'],
    unmarked: ['51912345678'],
    international: ['+51 912 345 678'],
  },
  {
    who: 'a landline of Lima',
    country: 'pe',
    digits: '5112345678',
    national: ['01 234 5678', '(01) 234-5678', '1 2345678'],
    unmarked: [],
    international: ['+51 1 234 5678', '+51 01 234 5678'],
  },
  {
    who: 'a landline of Puno, whose area code is also the country code',
    country: 'pe',
    digits: '5151365123',
    national: ['051 365123', '51 365 123'],
    unmarked: [],
    international: ['+51 51 365123'],
  },
  {
    who: 'a Puerto Rican mobile',
    country: 'pr',
    digits: '17875551234',
    national: ['787-555-1234'],
    unmarked: ['1 (787) 555-1234'],
    international: ['+1 787 555 1234'],
  },
  {
    who: 'a Paraguayan mobile',
    country: 'py',
    digits: '595981123456',
    national: ['0981 123 456', '981 123456'],
    unmarked: ['595981123456'],
    international: ['+595 981 123456', '+595 0981 123456'],
  },
  {
    who: 'a Salvadoran mobile',
    country: 'sv',
    digits: '50371234567',
    national: ['7123-4567'],
    unmarked: ['50371234567'],
    international: ['+503 7123 4567'],
  },
  {
    who: 'a number of San Francisco',
    country: 'us',
    digits: '14155552671',
    national: ['(415) 555-2671', '415.555.2671 x123'],
    unmarked: ['1-415-555-2671', '14155552671'],
    international: ['+1 (415) 555-2671', '001 415 555 2671'],
  },
  {
    who: 'a number of Toronto',
    country: 'ca',
    digits: '14165551234',
    national: ['416-555-1234'],
    unmarked: [],
    international: ['+1 416 555 1234'],
  },
  {
    who: 'a Uruguayan mobile',
    country: 'uy',
    digits: '59894231234',
    national: ['094 231 234', '94 231 234'],
    unmarked: ['59894231234'],
    international: ['+598 94 231 234', '+598 094 231 234', '+598 (0)94 231 234'],
  },
  {
    who: 'a Venezuelan mobile',
    country: 've',
    digits: '584141234567',
    national: ['0414-1234567', '(0414) 123.45.67', '414 1234567'],
    unmarked: ['58 414 1234567'],
    international: ['+58 414-1234567', '+58 0414 1234567', '+58 (0)414 123 45 67'],
  },
];

const digit = Array.from('0123456789');

describe('one person, one number', () => {
  describe.each(people)('$who', ({ country, digits, national, unmarked, international }) => {
    it.each([...national, ...unmarked, ...international])(`%s is ${digits} in ${country}`, (text) => {
      expect(normalizePhone(text, country)).toBe(digits);
      expect(normalizePhone(text, country.toUpperCase())).toBe(digits);
    });

    it.each(international)(`%s is ${digits} anywhere`, (text) => {
      expect([normalizePhone(text, null), normalizePhone(text, 'br'), normalizePhone(text, 'zz')]).toEqual([
        digits,
        digits,
        digits,
      ]);
    });

    it.each(national)('%s is not guessed at without a country', (text) => {
      expect(normalizePhone(text, null)).toBeNull();
    });
  });

  it.each(people.flatMap(({ digits, unmarked }) => unmarked.map((text) => [text, digits])))(
    '%s is %s in Chile, where it is no number',
    (text, digits) => {
      expect(normalizePhone(text, 'cl')).toBe(digits);
    },
  );

  it('takes a complete number without a country only if it is longer than any number at home', () => {
    expect(normalizePhone('541151190123', null)).toBe('541151190123');
    expect(normalizePhone('541151190123', 'de')).toBe('541151190123');
    expect(normalizePhone('51912345678', null)).toBeNull();
    expect(normalizePhone('442079460958', null)).toBeNull();
  });
});

describe('numbers of other countries', () => {
  it.each([
    ['+44 (0)20 7946 0958', '442079460958'],
    ['+44 020 7946 0958', '442079460958'],
    ['+49 151 23456789', '4915123456789'],
    ['+49 (0) 151 23456789', '4915123456789'],
    ['0049 151 23456789', '4915123456789'],
    ['+1 876 555 1234', '18765551234'],
    ['+590 690 12 34 56', '590690123456'],
    ['+7 8 912 345-67-89', '79123456789'],
    ['+36 06 20 123 4567', '36201234567'],
    ['447911123456', '447911123456'],
    ['4915123456789', '4915123456789'],
  ])('%s is %s', (text, digits) => {
    expect(normalizePhone(text, 'ar')).toBe(digits);
  });

  it.each([
    ['+39 06 698 12345', '390669812345'],
    ['+39 (0)6 698 12345', '390669812345'],
    ['+225 07 07 12 34 56', '2250707123456'],
    ['+241 06 12 34 56', '24106123456'],
    ['+242 06 612 3456', '242066123456'],
  ])('%s keeps its 0: numbers begin with it there', (text, digits) => {
    expect(normalizePhone(text, 'ar')).toBe(digits);
  });

  it('are dialed with 011 in North America', () => {
    expect(normalizePhone('011 54 9 11 5119-0123', 'us')).toBe('541151190123');
    expect(normalizePhone('011 44 20 7946 0958', 'ca')).toBe('442079460958');
  });

  it.each([
    ['009 57 310 555 1234', 'co', '573105551234'],
    ['0057 310 555 1234', 'co', '573105551234'],
    ['009 1 415 555 2671', 'co', '14155552671'],
    ['0054 9 11 5119 0123', 'co', '541151190123'],
    ['0021 54 11 5119 0123', 'br', '541151190123'],
    ['119 54 11 5119 0123', 'cu', '541151190123'],
    ['001 54 11 5119 0123', 'gy', '541151190123'],
  ])("%s is dialed through a carrier or with the country's own prefix in %s", (text, country, digits) => {
    expect(normalizePhone(text, country)).toBe(digits);
  });
});

describe('two readings', () => {
  it.each([
    ['51912345678', 'br', '5551912345678'],
    ['51912345678', 'ar', '51912345678'],
    ['5352345678', 'us', '15352345678'],
    ['34991234567', 'br', '5534991234567'],
  ])('%s in %s is %s: the national one wins', (text, country, digits) => {
    expect(normalizePhone(text, country)).toBe(digits);
  });

  it('takes no local number for one of abroad', () => {
    // +500 23456 would be in the Falklands, +45 42345678 in Denmark.
    for (const local of ['5002-3456', '4542345678']) expect(normalizePhone(local, 'ar')).toBeNull();
  });
});

describe('a digit too many', () => {
  it.each([
    ['601 052 0005 7', 'co', '+60 10 5200 057 would be in Malaysia'],
    ['487 000 5668 7', 'mx', '+48 700 056 687 would be in Poland'],
    ['849 661 9093 7', 'do', '+84 966 190 937 would be in Viet Nam'],
    ['(20) 98888-77771', 'br', '+20 98 8887 7771 would be in Egypt'],
  ])('%s in %s is none: %s', (text, country) => {
    expect(normalizePhone(text, country)).toBeNull();
  });
});

describe('a landline that is as short as a local number', () => {
  it.each([
    ['+53 33 3289', 'cu', '53333289'],
    ['(033) 3289', 'cu', '53333289'],
    ['+595 72 91234', 'py', '5957291234'],
    ['072 91234', 'py', '5957291234'],
    ['33 3289', 'cu', null],
    ['72 91234', 'py', null],
  ])('%s in %s is %s', (text, country, digits) => {
    expect(normalizePhone(text, country)).toBe(digits);
  });
});

describe("Brazil's ninth digit", () => {
  it.each([
    ['+55 31 8888-7777', '5531988887777'],
    ['(31) 8888-7777', '5531988887777'],
    ['031 8888-7777', '5531988887777'],
    ['0 15 31 8888-7777', '5531988887777'],
    ['(0xx31) 8888-7777', '5531988887777'],
    ['553188887777', '5531988887777'],
    ['553188887777@s.whatsapp.net', '5531988887777'],
    ['(31) 6888-7777', '5531968887777'],
    ['(31) 5888-7777', '553158887777'],
    ['(31) 3888-7777', '553138887777'],
  ])('%s is %s', (text, digits) => {
    expect(normalizePhone(text, 'br')).toBe(digits);
  });

  it.each(['(31) 1888-7777', '(31) 81888-7777', '8888-7777', '98888-7777', '(20) 98888-7777'])('%s is none', (text) => {
    expect(normalizePhone(text, 'br')).toBeNull();
  });
});

describe('what is no complete phone number', () => {
  it.each([
    ['12', 'ar'],
    ['5119-0123', 'ar'],
    ['15 5119-0123', 'ar'],
    ['+54 15 5119-0123', null],
    ['91234-5678', 'br'],
    ['6123 4567', 'cl'],
    ['234 5678', 'co'],
    ['+57 1 234 5678', null],
    ['1234 5678', 'mx'],
    ['234 5678', 'pe'],
    ['555-2671', 'us'],
    ['+54 11 5119', null],
    ['0000000000', 'ar'],
    ['+52 0123456789', null],
    ['0000000000', 'us'],
    ['1234567890', 'us'],
    ['+999', null],
    ['+0351 123 4567', null],
    ['+4915123456789012345', null],
    ['11 5119-0123 / 11 5119-0124', 'ar'],
    ['0'.repeat(90), 'ar'],
    ['call me', 'ar'],
    ['+999 123 4567', 'ar'],
    ['+57 555 123 4567', null],
    ['1111111111', 'ar'],
    ['1111111111', 'us'],
    ['+54 9 11 1111 1111', null],
    ['999999999', 'pe'],
    ['(11) 99999-9999', 'br'],
    ['555-555-5555', 'us'],
    ['(555) 123-4567', 'us'],
    ['1-800-356-9377', 'us'],
    ['0800 123 4567', 'ar'],
    ['7291234', 'py'],
    ['5491151190123-1600000000@g.us', 'ar'],
    ['5491151190123@lid', 'ar'],
    ['', 'ar'],
    ['+', null],
  ])('%s in %s', (text, country) => {
    expect(normalizePhone(text, country)).toBeNull();
  });

  it.each(['de', '', 'argentina', '__proto__', 'AR '])('a national form in %j', (country) => {
    expect(normalizePhone('11 5119 0123', country)).toBeNull();
  });
});

it('answers any text with digits or null', () => {
  const phoneLike = fc.string({
    unit: fc.constantFrom(...digit, '0', '5', '4', '+', ' ', '(', ')', '-', '.', 'x', '\u00a0', '\ud83d'),
    maxLength: 40,
  });
  const country = fc.constantFrom(null, 'ar', 'BR', 'cl', 'co', 'mx', 'us', 'uy', 'zz');
  fc.assert(
    fc.property(fc.oneof(phoneLike, fc.string()), country, (text, from) => {
      expect(normalizePhone(text, from) ?? '1234567').toMatch(/^[1-9]\d{6,14}$/);
    }),
    { numRuns: 3000 },
  );
});

it('reads its own answer as the same number', () => {
  const country = fc.constantFrom(...people.map((person) => person.country));
  const digits = fc.string({ unit: fc.constantFrom(...digit), minLength: 7, maxLength: 13 });
  const prefix = fc.constantFrom('', '+', ...people.map((person) => `+${person.digits.slice(0, 3)}`));
  fc.assert(
    fc.property(fc.tuple(prefix, digits), country, (parts, from) => {
      const text = parts.join('');
      const number = normalizePhone(text, from);
      fc.pre(number !== null);
      expect(normalizePhone(`+${number}`, null)).toBe(number);
    }),
    { numRuns: 3000 },
  );
});
