import { remembered } from './remembered.js';

/** "No e-mail", in English, Spanish and Portuguese: a word for no, and what there is none of. Nobody is called that. */
const refusal =
  /^(?:no|not|sin|sem|nao|ningun|nenhum|fake|falso)(?:e?mails?|correos?|correio|electronico|tengo|tiene|tem|tenho|existe|posee|possui|usa|uso|hay|aplica|disponible|disponivel|informa(?:do)?|registra(?:do)?|quiero|quero|reply|responder|responda|provided|available|have|one|body|data)+$/;

/** What programs write for nothing, and people for nobody. */
const nobody =
  /^(?:none|null|undefined|nadie|ninguem|ningun[oa]|nenhum|unknown|desconocido|desconhecido|anonym(?:ous|o)|anonim[oa]|donotreply)$/;

/** What is typed without a thought: words for a trial, the form's own words, neighbors on the keyboard. */
const filler =
  /^(?:test(?:s|e|es|ing|er)?|pruebas?|demo|ejemplo|exemplo|sample|(?:mi|my|meu|tu|seu|your)?(?:e?mails?|correo|nombre|name|nome)|usuario|user|cliente|customer|guest|invitado|consumidorfinal|someone|alguien|alguem|fake|falso|foo|bar|foobar|hola|ola|hello|yo|eu|me|na|nada|nil|nan|asd+|(?:asd)+f*|(?:asdf)+|asdfg[hjkl]*|(?:qwe)+|qwer(?:t|ty|tyu[iop]*)?|(?:zxc)+|zxcvb?n?m?|(?:abc)+|abcd[efg]*|(?:qaz)+|(?:bla)+|lorem|ipsum)$/;

/** One character, again and again, or the digits in order. */
const monotonous = /^(?:(.)\1*|0?123(?:4(?:5(?:6(?:7(?:89?0?)?)?)?)?)?|321|123123)$/;

/** Providers where anybody has an address: a filler there may be somebody's, but it is many people's entry. */
const freeProviders = /^(?:gmail|hotmail|outlook|live|msn|yahoo|ymail|icloud|aol|proton|protonmail|uol|bol|terra)$/;

/**
 * Whether an address is one that many people type to get past a form (`test@test.com`, `noemail@…`, `sinemail@…`): its
 * hash would make one person of everybody who did.
 *
 * @param address in the form that `normalizeEmail` gives it
 */
export function isPlaceholderEmail(address: string): boolean {
  const at = address.indexOf('@');
  const provider = kindOfProvider(address.slice(at + 1));
  if (provider === 'nobody') return true;
  const local = address.slice(0, at);
  const word = wordOf(local);
  if (refusal.test(word) || nobody.test(word)) return true;
  return provider === 'anybody' && isFiller(local);
}

/** What a domain says: nobody has an address there, anybody may, or nothing. */
type ProviderKind = 'nobody' | 'anybody' | 'somebody';

/** RFC 1035: a domain is no longer, and the addresses of most people are at a few. In UTF-16 units. */
const maxDomainLength = 255;

const kindOfProvider = /* @__PURE__ */ remembered(
  (domain): ProviderKind => {
    const provider = domain.split('.', 1)[0] ?? '';
    if (refusal.test(provider)) return 'nobody';
    return isFiller(provider) || freeProviders.test(provider) ? 'anybody' : 'somebody';
  },
  { maxLength: maxDomainLength },
);

function isFiller(text: string): boolean {
  return filler.test(wordOf(text)) || monotonous.test(text);
}

/** Letters alone, without accents: `sin_correo1` is `sincorreo`. */
function wordOf(text: string): string {
  const word = text.replace(/[\s\d._+-]+/g, '');
  return /^[a-z]*$/.test(word) ? word : word.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}
