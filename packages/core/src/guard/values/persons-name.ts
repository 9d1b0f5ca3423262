/** Small words inside a name. */
const particles = new Set('de del da das do dos di du la las los y e van von der al el bin ben mac mc'.split(' '));

/** Words of a business. */
const businessWords = new Set(
  'shop store tienda loja market mercado oficial official inc sa srl ltda ltd llc corp company group grupo banco bank casa digital visa mastercard'.split(
    ' ',
  ),
);

const letters = /^[a-z\u00c0-\uffff'’.-]+$/i;

/**
 * Whether a text has the form of a person's name: two to six words of letters, each with a capital: `Ana María de Souza`,
 * `PEREZ, JUAN`. A product or a shop may have it too, so it is asked only where a key leaves the choice.
 */
export function isPersonsName(text: string): boolean {
  const words = text.split(/[\s,]+/).filter((word) => word !== '' && !particles.has(word.toLowerCase()));
  return (
    words.length >= 2 &&
    words.length <= 6 &&
    !words.some((word) => businessWords.has(word.toLowerCase())) &&
    words.every((word) => letters.test(word) && startsUpper(word) && isShaped(word))
  );
}

function startsUpper(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}

/** One capital, or all of them; `TechStore` and `iPhone` are no names. */
function isShaped(word: string): boolean {
  const rest = word.slice(1).replace(/[-'’.][A-Z]/g, '');
  return rest === rest.toLowerCase() || word === word.toUpperCase();
}

/** Values that say how somebody uses an app, not who it is. */
const statuses = new Set(
  `new old nuevo nueva novo nova returning recurrente vip premium gold silver basic free trial pro active inactive admin guest invitado
  convidado anonymous anonimo anonima anonymized registered registrado registrada logged visitor member adult adulto child infant senior
  unknown none null undefined other otro outro default test personal business empresa company pj pf individual family owner editor viewer
  asc desc up down left right norte sur este oeste north south east west ida vuelta volta`.split(/\s+/),
);

/** Whether a text is one of the usual words for a status. */
export function isStatus(text: string): boolean {
  return statuses.has(text.trim().toLowerCase());
}
