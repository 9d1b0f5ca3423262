import { remembered } from './remembered.js';

/** In UTF-16 units. No placeholder is longer. */
const maxLength = 24;

/** Words that programs and forms write where nothing is known, in English, Spanish and Portuguese. */
const placeholder =
  /^(?:|unknown|undefined|null|nil|none|nan|na|generic|default|notset|notavailable|unavailable|notprovided|empty|blank|objectobject|desconocid[oa]|desconhecid[oa]|ningun[oa]|nenhuma?|indefinid[oa]|generic[oa]|nodisponible|naodisponivel|sindatos?|semdados)$/;

/**
 * Whether a text says that nothing is known (`unknown`, `N/A`, `-`), so that it counts as absent where a name is
 * expected.
 */
export const isPlaceholder = /* @__PURE__ */ remembered((text) => !/\d/.test(text) && isPlaceholderWord(text), {
  maxLength,
  ofLonger: () => false,
});

function isPlaceholderWord(text: string): boolean {
  const word = text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\s"'()*./<>?[\]{}_-]/g, '');
  return placeholder.test(word);
}
