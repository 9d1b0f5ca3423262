/** Fewer digits make no phone, card, document or account. */
const minDigits = 6;

/** Shorter runs of letters and digits are no base64 of anybody's data. */
const minBase64 = 12;

/** Words for the sign of an e-mail address begin with it. In small letters. */
const at = 97;

/**
 * Whether a text has nothing that any form of personal data needs: a sign of an address, an escape or a pair, several
 * digits, letters beyond ASCII, a long run in letters of both cases. Most values leave here, so it is a plain loop, which
 * is faster than a regular expression.
 */
export function isPlainText(text: string): boolean {
  let digits = 0;
  let run = 0;
  let runIsMixed = false;
  let before = 32;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= 97 && unit <= 122) {
      if (unit === at && !isLetter(before) && /^(?:arroba|at[^a-z])/i.test(text.slice(index, index + 6))) return false;
      run++;
    } else if (unit >= 65 && unit <= 90) {
      // A capital inside a word.
      if (before >= 97 && before <= 122) runIsMixed = true;
      if (unit === 65 && !isLetter(before) && /^(?:arroba|at[^a-z])/i.test(text.slice(index, index + 6))) return false;
      run++;
    } else if (unit >= 48 && unit <= 57) {
      if (++digits === minDigits) return false;
      if (isLetter(before)) runIsMixed = true;
      run++;
    } else {
      if (!isHarmlessSign(unit)) return false;
      run = 0;
      runIsMixed = false;
    }
    if (runIsMixed && run >= minBase64) return false;
    before = unit;
  }
  return true;
}

function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

/** Space, and the signs that neither escape, nor pair, nor stand in an address. */
function isHarmlessSign(unit: number): boolean {
  // ! # $ ( ) * + , - . / : ; ? [ ] ^ _ |
  return (
    unit === 32 ||
    unit === 33 ||
    unit === 35 ||
    unit === 36 ||
    (unit >= 40 && unit <= 47) ||
    unit === 63 ||
    unit === 91 ||
    unit === 93 ||
    unit === 95 ||
    unit === 124
  );
}
