/** In UTF-16 units. No placeholder is longer. */
const maxLength = 24;

/** Words that programs and forms write where nothing is known, in English, Spanish and Portuguese. */
const placeholder =
  /^(?:|unknown|undefined|null|nil|none|nan|na|generic|default|notset|notavailable|unavailable|notprovided|empty|blank|objectobject|desconocid[oa]|desconhecid[oa]|ningun[oa]|nenhuma?|indefinid[oa]|generic[oa]|nodisponible|naodisponivel|sindatos?|semdados)$/;

/** The same few names of apps and devices come in every event, so what is known of one is known once. */
const answers = new Map<string, boolean>();

const maxAnswers = 256;

/**
 * Whether a text says that nothing is known (`unknown`, `N/A`, `-`), so that it counts as absent where a name is
 * expected.
 */
export function isPlaceholder(text: string): boolean {
  if (text.length > maxLength) return false;
  let answer = answers.get(text);
  if (answer === undefined) {
    answer = !/\d/.test(text) && isPlaceholderWord(text);
    if (answers.size === maxAnswers) answers.clear();
    answers.set(text, answer);
  }
  return answer;
}

function isPlaceholderWord(text: string): boolean {
  const word = text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\s"'()*./<>?[\]{}_-]/g, '');
  return placeholder.test(word);
}
