import type { NoteCode, PersonalDataKind, ProblemCode, ReasonCode } from './codes.js';

/** The platforms that Loop makes sources for. */
type Platform = 'android' | 'ios';

/** The languages that sentences are written in. */
export type Language = 'en' | 'es';

/**
 * One sentence or two in both languages: what happened, and what to do. A setting stands as its path in braces, such as
 * `{minimumAge}`: an adapter puts its platform's own name there.
 */
type Sentence = Readonly<Record<Language, string>>;

/** The problems that are about a parameter share a sentence: `missing_app` and `missing_ct` are both `missing_`. */
type SentenceName =
  | ReasonCode
  | Exclude<NoteCode, 'personal_data'>
  | Exclude<ProblemCode, `missing_${string}` | `invalid_${string}`>
  | 'invalid_event';

/**
 * What a person reads about a code. Pages and bundles don't load this table unless they show it (see
 * docs/decisions/sentences-are-passed-in.md).
 */
export const sentences: Readonly<Record<SentenceName, Sentence>> = {
  // Reasons
  tracking_denied: {
    en: 'The person has not allowed tracking on this device, so Loop gets no event. Nothing needs to be done.',
    es: 'La persona no permitió el seguimiento en este dispositivo, así que Loop no recibe el evento. No hay que hacer nada.',
  },
  tracking_undetermined: {
    en: 'Nobody has asked the person about tracking on this device yet, so Loop gets no event. Ask with App Tracking Transparency, and pass the answer on: with RudderStack’s iOS SDK by putAppTrackingConsent.',
    es: 'Nadie le preguntó todavía a la persona por el seguimiento en este dispositivo, así que Loop no recibe el evento. Pregunta con App Tracking Transparency y pasa la respuesta: con el SDK de RudderStack para iOS, con putAppTrackingConsent.',
  },
  under_age: {
    en: 'The person is younger than the setting {minimumAge}, so Loop gets no event. Nothing needs to be done.',
    es: 'La persona es menor que el ajuste {minimumAge}, así que Loop no recibe el evento. No hay que hacer nada.',
  },
  ip_withheld: {
    en: 'The event says that no IP address may be added (context.ip is 0.0.0.0 or ::), and Loop requires one. Leave context.ip out if the address may be sent.',
    es: 'El evento dice que no se agregue una dirección IP (context.ip es 0.0.0.0 o ::), y Loop exige una. No envíes context.ip si la dirección se puede enviar.',
  },
  not_for_loop: {
    en: 'The event’s "integrations" say that it is not for Loop. Set integrations.Loop to true if it is.',
    es: 'Los "integrations" del evento dicen que no es para Loop. Pon integrations.Loop en true si lo es.',
  },
  no_advertising_id: {
    en: 'The event carries no advertising ID that identifies this device, so Loop could not use it. If people allow tracking in the app, add the SDK plugin that collects the advertising ID.',
    es: 'El evento no trae un ID de publicidad que identifique este dispositivo, así que a Loop no le serviría. Si la gente permite el seguimiento en la app, agrega el plugin del SDK que recoge el ID de publicidad.',
  },
  consent_missing: {
    en: 'The event does not grant every consent category that the settings require. Check that the consent tool passes its categories on, and that the names are the same in both places.',
    es: 'El evento no otorga todas las categorías de consentimiento que exigen los ajustes. Revisa que la herramienta de consentimiento pase sus categorías y que los nombres sean iguales en ambos lados.',
  },
  unsupported_platform: {
    en: 'Loop takes events of Android and iOS only. Events of other platforms are skipped.',
    es: 'Loop solo recibe eventos de Android y iOS. Los eventos de otras plataformas se omiten.',
  },
  unsupported_event_type: {
    en: 'Loop takes track, identify, screen and page events only. Events of other types are skipped.',
    es: 'Loop solo recibe eventos track, identify, screen y page. Los de otros tipos se omiten.',
  },
  // Problems that are about the event as a whole
  invalid_event: {
    en: 'This is no event. Send an object with a "type": track, identify, screen or page.',
    es: 'Esto no es un evento. Envía un objeto con un "type": track, identify, screen o page.',
  },
  unreadable_event: {
    en: 'The event could not be read. Send a plain object, such as JSON.parse returns.',
    es: 'No se pudo leer el evento. Envía un objeto simple, como el que devuelve JSON.parse.',
  },
  internal_error: {
    en: "The fault is ours, not the event's. Report it with your version and the event's keys, without values.",
    es: 'El error es nuestro, no del evento. Repórtalo con tu versión y las claves del evento, sin valores.',
  },
  // Notes
  unusable_value: {
    en: 'The value is not what Loop expects here, so it was not used. Send a value of the documented form.',
    es: 'El valor no es lo que Loop espera aquí, así que no se usó. Envía un valor con la forma documentada.',
  },
  unreadable_value: {
    en: 'The value could not be read, so it was not used. Send plain JSON values.',
    es: 'No se pudo leer el valor, así que no se usó. Envía valores JSON simples.',
  },
  zero_advertising_id: {
    en: 'The advertising ID is all zeros, which means that tracking is not allowed. It was not used.',
    es: 'El ID de publicidad son puros ceros: el seguimiento no está permitido. No se usó.',
  },
  placeholder_advertising_id: {
    en: 'The advertising ID is a placeholder, not an ID. It was not used.',
    es: 'El ID de publicidad es un relleno, no un ID. No se usó.',
  },
  device_id_as_advertising_id: {
    en: 'The advertising ID is the same as context.device.id, which is the vendor ID of a device that does not allow tracking. It was not used.',
    es: 'El ID de publicidad es igual a context.device.id, que es el ID del proveedor en un dispositivo que no permite el seguimiento. No se usó.',
  },
  weak_hash: {
    en: 'The value is an MD5 or SHA-1 hash, which Loop does not take. Send SHA-256, SHA-512 or the value itself.',
    es: 'El valor es un hash MD5 o SHA-1, que Loop no acepta. Envía SHA-256, SHA-512 o el valor mismo.',
  },
  first_of_array: {
    en: 'The value is an array. Only its first element was used.',
    es: 'El valor es una lista. Solo se usó su primer elemento.',
  },
  object_as_text: {
    en: 'This is text where an object belongs, so nothing of it was read. Send an object, not JSON inside a text.',
    es: 'Esto es texto donde va un objeto, así que no se leyó nada de él. Envía un objeto, no JSON dentro de un texto.',
  },
  object_as_list: {
    en: 'This is a list where an object belongs, so nothing of it was read. Send an object.',
    es: 'Esto es una lista donde va un objeto, así que no se leyó nada de ella. Envía un objeto.',
  },
  inexact_number: {
    en: 'The number is larger than programs keep exactly, so its digits were lost before it came here, and it was left out. Send it as text.',
    es: 'El número es más grande de lo que los programas guardan con exactitud: sus dígitos se perdieron antes de llegar aquí, así que se dejó fuera. Envíalo como texto.',
  },
  unsupported_value: {
    en: 'The value is neither text, number, boolean nor date, so it was left out.',
    es: 'El valor no es texto, número, booleano ni fecha, así que se dejó fuera.',
  },
  too_deep: {
    en: 'The value is nested too deep, so it was left out. Send flat properties.',
    es: 'El valor está anidado a demasiada profundidad, así que se dejó fuera. Envía propiedades planas.',
  },
  too_many: {
    en: 'The event holds more values than can be sent, so the rest was left out. Send fewer properties.',
    es: 'El evento tiene más valores de los que se pueden enviar, así que el resto se dejó fuera. Envía menos propiedades.',
  },
  too_long: {
    en: 'The value is longer than a whole URL may be, so it was left out. Send a shorter one.',
    es: 'El valor es más largo que una URL entera, así que se dejó fuera. Envía uno más corto.',
  },
  duplicate_key: {
    en: 'Another value has the same key after clean-up. The first one was sent, this one was left out.',
    es: 'Otro valor tiene la misma clave una vez limpia. Se envió el primero; este se dejó fuera.',
  },
  reserved_key: {
    en: 'Loop gives this key a meaning of its own, so a property may not use it. Rename the property.',
    es: 'Para Loop esta clave tiene un significado propio, así que una propiedad no puede usarla. Cámbiale el nombre.',
  },
  empty_key: {
    en: 'The property has no name, so it was left out.',
    es: 'La propiedad no tiene nombre, así que se dejó fuera.',
  },
  not_selected: {
    en: 'The settings {properties} or {exclude} leave this value out.',
    es: 'Los ajustes {properties} o {exclude} dejan fuera este valor.',
  },
  ambiguous_document: {
    en: "The document's letters carry the identity: in digits alone it would be somebody else's number, so it was not used. Send another document.",
    es: 'Las letras de este documento son parte de la identidad: solo con sus dígitos sería el número de otra persona, así que no se usó. Envía otro documento.',
  },
  cut_to_fit: {
    en: 'The URL would be longer than {maxUrlLength}, so this was cut or left out. Send fewer or shorter values.',
    es: 'La URL sería más larga que {maxUrlLength}, así que esto se cortó o se dejó fuera. Envía menos valores o más cortos.',
  },
};

/** What a note says that a value looks like. */
const kindWords: Readonly<Record<PersonalDataKind, Sentence>> = {
  email: { en: 'an e-mail address', es: 'un correo electrónico' },
  phone: { en: 'a phone number', es: 'un número de teléfono' },
  name: { en: "a person's name", es: 'el nombre de una persona' },
  address: { en: 'a street address', es: 'una dirección' },
  postal_code: { en: 'a postal code', es: 'un código postal' },
  location: { en: 'an exact position', es: 'una ubicación exacta' },
  document: { en: "the number of a person's document", es: 'el número de un documento de identidad' },
  plate: { en: 'the plate of a vehicle', es: 'la patente de un vehículo' },
  birth_date: { en: 'a date of birth', es: 'una fecha de nacimiento' },
  password: { en: 'a password', es: 'una contraseña' },
  token: { en: 'a token or another secret', es: 'un token u otro secreto' },
  card: { en: 'the number of a payment card', es: 'el número de una tarjeta de pago' },
  bank_account: { en: 'a bank account', es: 'una cuenta bancaria' },
  ip: { en: 'an IP address', es: 'una dirección IP' },
  device_id: { en: 'an identifier of a device', es: 'un identificador de un dispositivo' },
  device_name: {
    en: 'the name of a device, which often is that of its owner',
    es: 'el nombre de un dispositivo, que muchas veces es el de su dueño',
  },
  sensitive: {
    en: 'sensitive data, such as health or religion',
    es: 'un dato sensible, como la salud o la religión',
  },
  user_id: { en: 'the ID of a user', es: 'el ID de un usuario' },
  identifier: {
    en: 'an identifier that the event names elsewhere',
    es: 'un identificador que el evento trae en otro lado',
  },
};

/** The sentence about personal data that was left out; without a kind it names none. */
export function personalDataSentence(kind: PersonalDataKind | undefined, language: Language): string {
  const words = kind === undefined ? { en: 'personal data', es: 'un dato personal' } : kindWords[kind];
  return language === 'es'
    ? `La clave o el valor parece ${words.es}, así que se dejó fuera. Cámbiale el nombre o quítalo, o agrega la clave al ajuste {allow} si no es personal.`
    : `The key or the value looks like ${words.en}, so it was left out. Rename or remove it, or add the key to the setting {allow} if it is not personal.`;
}

/** The sentence about an event of a platform whose source hash is not set, although the other platform's is. */
export function sourceHashSentence(platform: Platform, language: Language): string {
  const [name, other] = platform === 'ios' ? ['iOS', 'Android'] : ['Android', 'iOS'];
  return language === 'es'
    ? `El evento es de un dispositivo ${name}, y solo está el source hash de ${other}: en Loop cada plataforma tiene el suyo. Pon {sourceHash.${platform}}, o no envíes aquí los eventos de ${name}.`
    : `The event is of an ${name} device, and only the source hash for ${other} is set: at Loop each platform has its own. Set {sourceHash.${platform}}, or do not send events of ${name} here.`;
}

/** What a sentence says about a parameter of Loop's. */
export interface About {
  /** Its label in the table. */
  readonly label: string;
  /** Completes "it must be …". */
  readonly expects: string;
  /** Paths into the event that it can be sent in. */
  readonly places: readonly string[];
  /** The setting that can hold it; null if there is none. */
  readonly setting: string | null;
}

/** The sentence about a required parameter of which no source holds a value (`missing`) or a usable one (`invalid`). */
export function parameterSentence(fault: 'missing' | 'invalid', about: About, language: Language): string {
  const { label, expects } = about;
  const advice = adviceIn[language](about);
  if (language === 'es') {
    return fault === 'missing'
      ? `Falta ${label}, y Loop lo exige. ${advice}`
      : `${label} está, pero ninguna fuente tiene un valor que sirva: debe ser ${expects}. ${advice}`;
  }
  return fault === 'missing'
    ? `${label} is missing, and Loop requires it. ${advice}`
    : `${label} is there, but no source holds a usable one: it must be ${expects}. ${advice}`;
}

/** Where to put the value: the places that are looked at, and the setting. */
const adviceIn: Readonly<Record<Language, (about: About) => string>> = {
  en({ places, setting }) {
    const set = setting === null ? '' : `set {${setting}} in the settings`;
    if (places.length === 0) return `Please ${set}.`;
    return `Send it in ${places.join(' or ')}${set === '' ? '' : `, or ${set}`}.`;
  },
  es({ places, setting }) {
    const set = setting === null ? '' : `pon {${setting}} en los ajustes`;
    if (places.length === 0) return `Por favor, ${set}.`;
    return `Envíalo en ${places.join(' o ')}${set === '' ? '' : `, o ${set}`}.`;
  },
};
