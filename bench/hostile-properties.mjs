/** Text that is longer than a URL may be is not looked into, so hostile text is a little shorter. */
const maxText = 7990;

/** Properties of about so many bytes, made one after the other until it is enough. */
function fill(bytes, entryOf) {
  const properties = {};
  for (let index = 0, size = 0; size < bytes; index++) {
    const [key, value] = entryOf(index);
    properties[key] = value;
    size += key.length + JSON.stringify(value).length + 4;
  }
  return properties;
}

const repeated = (unit) => (bytes) => fill(bytes, (index) => [`text${index}`, unit.repeat(maxText / unit.length)]);

/** A harmless event's properties: plain values under four hundred names. */
export function harmlessProperties(bytes) {
  return fill(bytes, (index) => [`key_number_${index}`, `some plain value ${index}`]);
}

/** What somebody may send to keep a translator busy, each as a function of its size in bytes. */
export const hostileProperties = {
  'digits without end': repeated('1234567890'),
  'groups of digits': repeated('12 34 5 678 '),
  'single digits': repeated('1 '),
  'digits and folders': repeated('/1'),
  'signs of phones': repeated('+1'),
  'chains of %25': repeated('%25'),
  'halves of entities': repeated('&#0'),
  'ends of entities': repeated(';'),
  backslashes: repeated('\\'),
  'signs of addresses': repeated('a@'),
  'addresses without an end': repeated('a@a.'),
  'words for signs': repeated(' at '),
  pairs: repeated('a=b&'),
  colons: repeated('a:'),
  'JSON without an end': repeated('{"a":'),
  elements: repeated('<a>'),
  base64: repeated('aGVsbG8gd29ybGQgaGVsbG8gd29ybGQg'),
  'base64 of base64': repeated('WVVkV2MySkhPR2RrTWpsNVlrZFJaMkZIVm5OaVJ6Z2daRzg9'),
  hexadecimal: repeated('6a75616e'),
  'starts of tokens': repeated('eyJ'),
  accounts: repeated('ES91 2100 '),
  'full-width digits': repeated('１'),
  'invisible characters': repeated('\u200b'),
  'JSON in text': (bytes) => ({
    text: JSON.stringify(fill(Math.min(bytes, 7000), (index) => [`name${index}`, 'a b'])),
  }),
  'keys of 10 kB': (bytes) => fill(bytes, (index) => [`${'aA'.repeat(5000)}${index}`, 'x']),
  'keys with many dots': (bytes) => fill(bytes, (index) => [`${'a.'.repeat(5000)}${index}`, 'x']),
  'keys that are split': (bytes) => fill(bytes, (index) => [`nombreclientetelefonodireccion${index}`, 'x']),
  'keys that are nearly split': (bytes) => fill(bytes, (index) => [`${'name'.repeat(11)}x${index}`, 'x']),
  'very many keys': (bytes) => fill(bytes, (index) => [`a${index}`, 1]),
  'names beside names': (bytes) => fill(bytes, (index) => [`name${index}`, 'Juana Pérez']),
  lists: (bytes) => fill(bytes, (index) => [`list${index}`, Array.from({ length: 100 }, () => '4111 1')]),
  'a list of 10,000': () => ({ list: Array.from({ length: 10_000 }, (_, index) => index) }),
  'a list in a list': () => JSON.parse(`{"a":${'['.repeat(2000)}${']'.repeat(2000)}}`),
  depth: () => JSON.parse(`${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`),
};
