import { findPersonalData, holdsEmail } from './personal-values.js';

describe('findPersonalData', () => {
  it.each([
    ['juan@example.com', 'email'],
    ['write to JUAN.PEREZ+x@EXAMPLE.CO.UK.', 'email'],
    ['josé@correo.com.ar', 'email'],
    ['juan＠example.com', 'email'],
    ['ju\u200ban@example.com', 'email'],
    ['https://x.com/?u=juan%40example.com', 'email'],
    ['https://x.com/?n=%252Fa%253Fu%253Djuan%252540example.com', 'email'],
    ['juan\\u0040example.com', 'email'],
    ['juan&#64;example.com', 'email'],
    ['juan&#x40;example.com', 'email'],
    ['juan&commat;example&period;com', 'email'],
    ['juan@example。com', 'email'],
    ['&#43;5491151190123', 'phone'],
    ['+54\u206311\u202a5119\u202c0123', 'phone'],
    ['+54_9_11_5119_0123', 'phone'],
    ['+54 9 11 5119-0123', 'phone'],
    ['+541151190123', 'phone'],
    ['＋５４ １１ ５１１９ ０１２３', 'phone'],
    ['call 0054 11 5119 0123 now', 'phone'],
    ['00541151190123', 'phone'],
    ['+1 (415) 555-2671', 'phone'],
    ['tel:1151190123', 'phone'],
    ['https://wa.me/5491151190123', 'phone'],
    ['phone=%2B54+11+5119+0123', 'phone'],
    ['4111111111111111', 'card'],
    ['4111 1111 1111 1111', 'card'],
    ['order 12 4111-1111-1111-1111 thanks', 'card'],
    ['378282246310005', 'card'],
    ['4111  1111  1111  1111', 'card'],
    ['4111 - 1111 - 1111 - 1111', 'card'],
    ['123 456 789 09', 'document'],
    ['123.456.789-09', 'document'],
    ['12345678909', 'document'],
    ['12.345.678/0001-95', 'document'],
    ['12.345.678-5', 'document'],
    ['12345678-5', 'document'],
    ['20-34848988-3', 'document'],
    ['DNI 34.848.988', 'document'],
    ['34.848.988', 'document'],
    ['mi dni es: 34848988', 'document'],
    ['078-05-1120', 'document'],
    ['GOMC800101HDFRRL09', 'document'],
    ['https://x.com/?documento=A34', 'named'],
    ['a=1&nombre=Juan', 'named'],
    ['{"apellido": "Pérez"}', 'named'],
    ['{"phones":["1151190123"]}', 'named'],
    ['{"name":{"first":"Juan"}}', 'named'],
    ['{"items":[{"nombre":"Juan"}]}', 'named'],
    ["{'first_name': 'Juan'}", 'named'],
    ['{&quot;first_name&quot;:&quot;Juan&quot;}', 'named'],
  ])('finds in %s: %s', (text, kind) => {
    expect(findPersonalData(text)).toBe(kind);
  });

  it.each([
    '',
    'Pixel6',
    'iPhone15,2',
    'SM-G991B',
    'com.example.app',
    'Zapatillas running',
    '@example',
    'a@b',
    'me @ home.',
    '2024-05-01',
    '2024-05-01T10:00:00.000Z',
    '2024-05-01T10:00:00+03:00',
    '1714557600000',
    '1714557600',
    '550e8400-e29b-41d4-a716-446655440000',
    '00541151-1901-2345-8901-123456789012',
    'A-1001',
    '20240501-000123',
    '$ 12.345.678',
    '1299.50',
    '0.00123456789012',
    '192.168.1.1',
    '1.2.3',
    'C++ 2024',
    '7790895000997',
    '50 % off',
    'x=1',
    'https://example.com/a?page=2&sort=asc#top',
    '{"plan":"gold"}',
    '{"items":[{"sku":"A-1"}]}',
    "{'plan': 'gold'}",
    "Mc'Donald's: 'combo' & more",
    'A&B',
    '123456789012345678901234567890',
  ])('finds nothing in %s', (text) => {
    expect(findPersonalData(text)).toBeNull();
  });

  it.each(['+', '+1', '@', 'a@', '%', '%2', '1 ', '00 1', '"a":', '?a='])(
    'ends soon on 8,000 characters of %j',
    (part) => {
      const text = part.repeat(8000 / part.length);
      expect([null, 'phone', 'card', 'document', 'named', 'email']).toContain(findPersonalData(text));
    },
  );
});

describe('holdsEmail', () => {
  it('finds an address that comes after another kind of personal data', () => {
    expect(holdsEmail('+54 11 5119-0123, juan%40example.com')).toBe(true);
  });

  it('leaves other kinds alone', () => {
    expect(holdsEmail('+54 11 5119-0123')).toBe(false);
  });
});
