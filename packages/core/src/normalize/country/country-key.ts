/**
 * Words that names of one country differ in: articles, "and" and "of" in three languages, "island", and what a country
 * calls its form of state. "Democratic" is none of them: it tells the two republics of the Congo apart.
 */
const fillers =
  /^(?:and|y|e|the|of|d|de|del|da|do|das|dos|la|las|los|el|republica?|islands?|islas?|ilhas?|plurina[ct]ional|bolivariana?|federa.*|islamic[ao]?|state|estado|popular|sar|rae)$/;

/**
 * What all ways to write the name of a country have in common: lower case without diacritics, punctuation, white space
 * and filler words. `República Argentina` and `ARGENTINA` are both `argentina`, `Trinidad & Tobago` is
 * `trinidadtobago`.
 */
export function countryKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => !fillers.test(word))
    .join('');
}
