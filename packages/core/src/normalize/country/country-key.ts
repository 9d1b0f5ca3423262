/**
 * Words that names of one country differ in: articles, "and" and "of" in three languages, "island", and what a country
 * calls its form of state, shortened or not. "Democratic" is none of them: it tells the two republics of the Congo apart.
 */
const fillers =
  /^(?:and|y|e|the|of|d|de|del|da|do|das|dos|la|las|los|el|re?p(?:ub?|ubl|u?ca)?|rca|republica?|islands?|islas?|ilhas?|plurina[ct]ional|bolivariana?|fed|federa.*|islamic[ao]?|state|estado|edo|pop|popular|sar|rae)$/;

/** Words that stand for one another: "saint" and "democratic" in three languages, shortened or not. */
const saint = /^(?:saint|san|santa|santo|sao|sta|sto)$/;
const democratic = /^dem(?:ocratica?)?$/;

/** Letters with full stops are one word: `D.F.`, `E. U. A.` */
const initials = /\b([a-z])\.\s?(?=[a-z](?:\.|\b))/g;

/** `S. Vicente` and `R. Dominicana`: in front of a name, such a letter is a saint or a republic. */
const shortSaint = /(^|\s)s\.\s/g;
const shortRepublic = /^\s*r\.\s/;

/**
 * What all ways to write the name of a country have in common: lower case without diacritics, punctuation, white space
 * and filler words. `República Argentina`, `Rep. Argentina` and `ARGENTINA` are all `argentina`, `Trinidad & Tobago` is
 * `trinidadtobago`.
 */
export function countryKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(initials, '$1')
    .replace(shortSaint, '$1st ')
    .replace(shortRepublic, '')
    .split(/[^a-z]+/)
    .filter((word) => !fillers.test(word))
    .map((word) => (saint.test(word) ? 'st' : democratic.test(word) ? 'democratic' : word))
    .join('');
}
