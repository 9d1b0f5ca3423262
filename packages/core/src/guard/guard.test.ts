import { createGuard, findPersonalData, holdsEmail, type Guard } from './guard.js';
import type { PersonalDataKind } from '../codes/codes.js';

/** One datum of each kind that a key can name. */
const data: readonly string[] = [
  'juana arroba',
  '1151190123',
  'Juana Pérez',
  'Siempreviva 742',
  'C1414',
  '34848988',
  '1990-05-17',
  'h7Gk2pQ9xZ',
  '5500 1234',
];

/** The kinds found under a key, over all of these data. */
function kindsUnder(guard: Guard, key: string): Set<PersonalDataKind> {
  const guarded = guard.child(guard.roots.properties, key);
  return new Set(data.flatMap((text) => guard.find(guarded, text, [key]) ?? []));
}

describe('keys that name personal data', () => {
  it.each([
    'email',
    'Email',
    'EMAIL',
    'e-mail',
    'E_Mail',
    'user.email',
    'customerEmail',
    'CustomerEMail',
    'emailAddress',
    'email2',
    'useremail',
    'correo',
    'correoElectronico',
    'Correo electrónico',
    'phone',
    'phoneNumber',
    'PHONE_NUMBER',
    'tel',
    'teléfono',
    'numeroDeTelefono',
    'celular',
    'mobile',
    'mobile_number',
    'móvil',
    'whatsapp',
    'telefone',
    'name',
    'full name',
    'firstName',
    'first_name',
    'lastname',
    'nombre',
    'Nombre Completo',
    'apellidos',
    'nome',
    'sobrenome',
    'customer_name',
    'nombre_titular',
    'billing.name',
    'username',
    'address',
    'street',
    'homeAddress',
    'dirección',
    'endereço',
    'calle',
    'rua',
    'zip',
    'codigo_postal',
    'CEP',
    'dni',
    'DNI',
    'cpf',
    'userCpf',
    'rut',
    'cuit',
    'curp',
    'cédula',
    'documento',
    'nro_documento',
    'passport',
    'pasaporte',
    'ssn',
    'nationalId',
    'password',
    'contraseña',
    'senha',
    'access_token',
    'apiKey',
    'token',
    'secret',
    'card',
    'creditCard',
    'card_number',
    'tarjeta',
    'cartão',
    'cvv',
    'iban',
    'cbu',
    'birthday',
    'fecha_nacimiento',
    'data de nascimento',
    'user_id',
    'userId',
    'anonymousId',
  ])('%s holds some back', (key) => {
    expect(kindsUnder(createGuard(), key).size).toBeGreaterThan(0);
  });
});

describe('keys of things', () => {
  it.each([
    'product_name',
    'productName',
    'nombre_producto',
    'campaign.name',
    'app_name',
    'category_name',
    'nome_da_loja',
    'order_id',
    'sku',
    'price',
    'currency',
    'quantity',
    'url',
    'path',
    'title',
    'referrer',
    'search',
    'coupon',
    'address_city',
    'shipping_address_country',
    'city',
    'country',
    'state',
    'mobile_app',
    'is_mobile',
    'card_type',
    'phone_model',
    'email_campaign',
    'cardinal',
    'smartphone',
    'headphones',
    'telemetry',
    'natural',
    'rating',
    'screen_name',
    'plan',
    'level',
    'passengers',
    'pinned',
    'script',
    'description',
    '',
    '123',
  ])('%s lets a word through', (key) => {
    const guard = createGuard();
    expect(guard.find(guard.child(guard.roots.properties, key), 'gold', [key])).toBeNull();
  });
});

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
    ['20-34848988-3', 'document'],
    ['DNI 34.848.988', 'document'],
    ['34.848.988', 'document'],
    ['Call 34.848.988', 'document'],
    ['mi dni es: 34848988', 'document'],
    ['078-05-1120', 'document'],
    ['GOMC800101HDFRRL09', 'document'],
    ['https://x.com/?documento=34848988', 'document'],
    ['a=1&nombre=Juan', 'name'],
    ['{"apellido": "Pérez"}', 'name'],
    ['{"phones":["1151190123"]}', 'phone'],
    ['{"name":{"first":"Juan"}}', 'name'],
    ['{"clientes":[{"nombre":"Juan"}]}', 'name'],
    ["{'first_name': 'Juan'}", 'name'],
    ['{&quot;first_name&quot;:&quot;Juan&quot;}', 'name'],
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
    '12345678-5',
    '01-02-2025',
    '20240501-000123',
    '$ 12.345.678',
    'Total: ARS 12.345.678 menos 10 %',
    'Ganaste 12.345.678 puntos',
    'Somos 46.654.581 de habitantes',
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
    '{"items":[{"nombre":"Mesa"}]}',
    "{'plan': 'gold'}",
    "Mc'Donald's: 'combo' & more",
    'A&B',
    '123456789012345678901234567890',
  ])('finds nothing in %s', (text) => {
    expect(findPersonalData(text)).toBeNull();
  });
});

describe('holdsEmail', () => {
  it('finds an address that comes after another kind of personal data', () => {
    expect(holdsEmail('+54 11 5119-0123, juan%40example.com')).toBe(true);
  });

  it('leaves other kinds alone', () => {
    expect(holdsEmail('+54 11 5119-0123')).toBe(false);
  });
});

describe('a datum that is split over a list', () => {
  const guard = createGuard();
  const key = guard.child(guard.roots.properties, 'pieces');

  it.each<[PersonalDataKind, string[]]>([
    ['email', ['juana.perez@exam', 'ple.com']],
    ['email', ['https://example.com/r?u=juana.perez', '%40example.com&x=1']],
    ['document', ['529.982', '.247-25']],
    ['document', ['12.345.67', '8-5']],
  ])('is found as %s in %j', (kind, pieces) => {
    expect(guard.findInList(key, pieces, ['pieces'])).toBe(kind);
  });

  it('is not seen in a list of words or sizes', () => {
    expect(guard.findInList(key, ['shoes', 'size 42', '12.50'], ['pieces'])).toBeNull();
  });
});
