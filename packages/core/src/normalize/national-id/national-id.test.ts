import { normalizeNationalId } from './national-id.js';

describe('normalizeNationalId', () => {
  it.each([
    ['34.848.988', '34848988'],
    ['123.456.789-09', '12345678909'],
    ['12.345.678-5', '123456785'],
    [' 00 123 ', '00123'],
    ["'34848988", '34848988'],
    ['34848988.0', '34848988'],
    ['34848988.00', '34848988'],
    ['３４８４８９８８', '34848988'],
    ['٣٤٨٤٨٩٨٨', '34848988'],
    ['DNI 34.848.988', '34848988'],
    ['D.N.I. 34.848.988', '34848988'],
    ['dni: 34848988', '34848988'],
    ['DNI n.º 34.848.988', '34848988'],
    ['DNI34848988', '34848988'],
    ['C.C. 1.020.345.678', '1020345678'],
    ['CUIL 20-34848988-3', '20348489883'],
    ['V-12345678', '12345678'],
    ['V12345678', '12345678'],
    ['Cédula 4.721.908', '4721908'],
    ['12345678Z', '12345678'],
    ['12.345.678-Z', '12345678'],
  ])('%j becomes %j', (text, expected) => {
    expect(normalizeNationalId(text)).toEqual({ digits: expected });
  });

  it.each([
    '12.345.678-K',
    '12345678k',
    'PEPJ800101HDFRRN09',
    'PEPJ800101XDFRRN09',
    'PEPJ800101AB1',
    'AAB123456',
    'X1234567L',
    'E-81234567',
    'F1234567',
    '12.345.678-X',
    '12345678A',
  ])('%j is ambiguous without its letters', (text) => {
    expect(normalizeNationalId(text)).toBe('ambiguous');
  });

  it.each([
    '',
    '---',
    '0',
    '1234',
    '00000000',
    'unknown',
    'contract_v2.pdf',
    'contract_20240501.pdf',
    'Guia 2024',
    'Guia 20240501 final',
    'ana1990@example.com',
    'factura 0001-00012345',
    '1'.repeat(65),
    '1'.repeat(10_000_000),
  ])('%.20j… is none', (text) => {
    expect(normalizeNationalId(text)).toBeNull();
  });

  it('gives a CPF the zeros back that a spreadsheet took', () => {
    expect(normalizeNationalId('8930803571', 'cpf')).toEqual({ digits: '08930803571' });
    expect(normalizeNationalId('089.308.035-71', 'CPF')).toEqual({ digits: '08930803571' });
    expect(normalizeNationalId('8930803571', 'dni')).toEqual({ digits: '8930803571' });
  });
});
