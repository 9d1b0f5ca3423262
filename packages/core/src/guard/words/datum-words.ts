import { documents } from '../../normalize/national-id/documents.js';
import type { PersonalDataKind } from '../../codes/codes.js';

/**
 * Words that name personal data in a key: English, Spanish and Portuguese, lower case, without accents, in the singular.
 * `a+b` is a phrase: `a` with `b` behind it; in phrases all words for a number are `number`. Keys written together are
 * split into these words, so `cardnumber` need not stand here.
 */
export interface DatumWords {
  readonly kind: PersonalDataKind;
  /** Name the datum in whatever company. */
  readonly always: string;
  /** Name it only if no unknown word stands beside them: `run` and `customer_run`, but not `run_distance`. */
  readonly alone?: string;
  /** The same, and the value has to look like the datum: a `session` may be anything. */
  readonly unsure?: string;
}

export const datumWords: readonly DatumWords[] = [
  { kind: 'email', always: 'email mail correo mailto' },
  {
    kind: 'phone',
    always: `phone telephone telefono telefone celular cellphone whatsapp whats wsp wpp msisdn handphone fone telf tlf
      tlfn tfno telef fax caller+id`,
    alone: `tel cel mobile movil cell fono ph mob gsm contact+number contacto+number contato+number number+contacto
      number+contato callback+number wa+number sms+number`,
    unsure: 'callback llamar ligar',
  },
  { kind: 'postal_code', always: 'zip zipcode postal postcode post+code plz cep', alone: 'cp' },
  {
    kind: 'address',
    always: `address addr direccion domicilio endereco street calle rua avenida logradouro colonia residencia residence
      house+number number+casa casa+number donde+vive onde+mora apartment apartamento lugar+entrega lugar+envio entre+calle line1 line2`,
    alone: 'line+1 line+2 dir av',
    unsure: 'barrio bairro neighborhood neighbourhood suburb localidad piso depto',
  },
  {
    kind: 'location',
    always: `latitude longitude latitud longitud lat lng lon coordinate coordenada coord geo geolocation gps latlng
      latlon geohash`,
    alone: 'location ubicacion localizacao long position posicion posicao point loc',
  },
  {
    kind: 'document',
    always: `${documents.map(({ keys }) => keys).join(' ')} documento document identificacion identificacao
      identification identity+number id+number number+id id+card idcard national+id national+identity doc+number number+doc
      tax+id tax+number taxid fiscal+code insurance+id taxpayer fiscal+id id+fiscal passport pasaporte passaporte driver+license driver+licence driving+license
      driving+licence license+number licence+number licencia+number number+licencia licencia+conducir carnet+identidad
      social+security seguro+social seguridad+social voter+id voter+number id+nacional insurance+number number+afiliado afiliado+number number+socio
      socio+number carteira+motorista matricula+profesional titulo+eleitor clave+elector personal+id`,
    alone: `${documents.map(({ shortKeys }) => shortKeys ?? '').join(' ')} tin cui doc licencia license licence identidad identity legajo`,
  },
  {
    kind: 'plate',
    always: 'plate placa patente number+plate matricula+vehiculo matricula+auto dominio+vehiculo dominio+auto',
    alone: 'matricula chapa',
  },
  {
    kind: 'device_id',
    always: `imei imsi meid iccid udid idfv bssid android+id device+id mac+address direccion+mac endereco+mac
      wifi+mac serial+number number+serie number+serial device+serial sim+serial serialno identifier+vendor
      hardware+id device+fingerprint device+uuid uuid+device id+dispositivo dispositivo+id id+aparelho
      vin chasis chassis chassi renavam`,
    alone: 'mac serial fingerprint',
  },
  {
    kind: 'birth_date',
    always: `birth birthday birthdate bday dob born+on born+at born+date nacimiento nascimento fnac fecha+nac fec+nac f+nac data+nasc
      dt+nasc cumple cumpleano aniversario nacido nacida d+o+b`,
    alone: 'born nasc',
  },
  {
    kind: 'password',
    always: `password passwd pswd pwd passphrase passcode pass+word contrasena contrasenia senha clave+acceso
      clave+secreta security+answer secret+answer respuesta+secreta respuesta+seguridad codigo+pin pin+code`,
    alone: 'clave pin',
    unsure: 'pass',
  },
  {
    kind: 'token',
    always: `token secret secreto secreta segredo jwt bearer api+key access+key secret+key private+key auth+key session+key encryption+key signature+key signing+key master+key clave+api
      llave+privada chave+privada chave+acesso clave+privada csrf xsrf otp totp mfa 2fa+code sms+code verification+code
      verify+code codigo+verificacion codigo+verificacao codigo+confirmacion auth+code access+code codigo+acceso
      codigo+acesso recovery+code login+code confirm+code backup+code factor+code time+code activation+code codigo+sms jsession phpsessid sid+cookie
      credential credencial authorization`,
    alone: '2fa',
    unsure: 'auth authentication cookie session sesion sessao session+id sid access',
  },
  {
    kind: 'card',
    always: `card tarjeta cartao cartoe cc+number ccnumber cc+num cvv cvc cvv2 cvc2 security+code codigo+seguridad
      cod+seguridad codigo+seguranca cod+seguranca ccnum last4 last+4 last+four ultimos4`,
    alone: 'pan csc',
  },
  {
    kind: 'bank_account',
    always: `iban cbu cvu clabe account+number bank+account number+cuenta cuenta+number number+conta conta+number
      cuenta+bancaria conta+bancaria conta+corrente cuenta+corriente routing+number routing chave+pix pix+key agencia+conta agencia+cuenta`,
    alone: 'cuenta conta account pix',
  },
  { kind: 'ip', always: 'ip ipv4 ipv6 ip+address direccion+ip endereco+ip remote+addr remote+address x+forwarded' },
  {
    kind: 'device_name',
    always: `device+name name+device nombre+dispositivo dispositivo+nombre nome+dispositivo dispositivo+nome
      nome+aparelho bluetooth+name phone+name computer+name nombre+telefono nome+celular nombre+celular tablet+name ssid wifi+name nombre+wifi nome+wifi`,
  },
  { kind: 'user_id', always: '', alone: 'user+id anonymous+id usuario+id id+usuario' },
  {
    kind: 'sensitive',
    always: `religion religiao religious religiosa religioso creencia crenca political partido+politico partidaria
      afiliacion+politica orientacion+politica orientacao+politica preferencia+politica opinion+politica opiniao+politica ideologia ideology
      party+affiliation ethnicity ethnic etnia etnico etnica racial sexual sexuality sexualidad sexualidade sindicato
      sindical trade+union labor+union union+membership health+condition health+status health+history medical medicacion
      medicacao medication medicamento diagnosis diagnostico enfermedad doenca disease illness alergia allergy allergie
      sintoma symptom discapacidad disability disabilitie deficiencia embarazo embarazada pregnant pregnancy gravidez
      gestante hiv vih diabetes diabetic cancer blood+type blood+group grupo+sanguineo tipo+sanguineo tipo+sangre
      estado+salud estado+saude mental+health salud+mental saude+mental psychiatric obra+social tratamiento+medico tratamento+medico condicion+medica
      historia+clinica historial+medico prontuario biometric biometria genetic huella+digital criminal+record`,
    unsure: `race raza raca union faith health salud saude gremio vacuna vacina vaccine remedio medicina terapia therapy
      tratamiento tratamento`,
  },
];
