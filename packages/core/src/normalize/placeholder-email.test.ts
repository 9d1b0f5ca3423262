import { normalizeAddress, normalizeEmail } from './email.js';
import { isPlaceholderEmail } from './placeholder-email.js';

describe('isPlaceholderEmail', () => {
  it.each([
    'test@test.com',
    'test1@test.com.ar',
    'test@gmail.com',
    'test_123@hotmail.com',
    'teste@teste.com.br',
    'prueba@prueba.com',
    'prueba@gmail.com',
    'noemail@empresa.com',
    'no-email@empresa.com',
    'no.tiene@empresa.com',
    'notiene@gmail.com',
    'notengo@hotmail.com',
    'no_tengo_correo@gmail.com',
    'sinemail@empresa.com',
    'sin-mail@empresa.com.ar',
    'sincorreo@empresa.cl',
    'sememail@empresa.com.br',
    'nãotem@empresa.com.br',
    'naopossuiemail@empresa.com.br',
    'noreply@empresa.com',
    'none@none.com',
    'null@null.com',
    'undefined@empresa.com',
    'na@na.com',
    'a@a.com',
    'aaa@aaa.com',
    'x@x.com',
    'xxx@gmail.com',
    '123@123.com',
    '12345@gmail.com',
    'asd@asd.com',
    'asdasd@asdasd.com',
    'asdf@gmail.com',
    'qwerty@qwerty.com',
    'abc@abc.com',
    'correo@correo.com',
    'email@email.com',
    'micorreo@gmail.com',
    'juan@noemail.com',
  ])('%s is one', (address) => {
    expect(isPlaceholderEmail(address)).toBe(true);
    expect([normalizeAddress(address), normalizeEmail(address)]).toEqual([address, null]);
  });

  it.each([
    'example@example.com',
    'test@example.com',
    'juan@example.com',
    'acme@acme.com',
    'juanperez@juanperez.com',
    'na@empresa.com',
    'nada.smith@empresa.com',
    'a@empresa.com',
    'info@empresa.com',
    'prueba@empresa.com',
    'norma@gmail.com',
    'noemi@gmail.com',
    'nora.email@gmail.com',
    'sinai@gmail.com',
    'semir@gmail.com',
    'testa@gmail.com',
    'demostenes@gmail.com',
    'mariano@hotmail.com',
    'yolanda@gmail.com',
    'abel@abel.com',
    '1980@gmail.com',
  ])('%s is a person', (address) => {
    expect(isPlaceholderEmail(address)).toBe(false);
    expect(normalizeEmail(address)).toBe(address);
  });
});
