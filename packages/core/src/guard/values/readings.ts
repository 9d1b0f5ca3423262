import { withAsciiDigits } from '../../normalize/ascii-digits.js';
import { readEscapes } from './escapes.js';

/** After each round there is less text; what is escaped in yet another way afterwards is nobody's datum by accident. */
const maxRounds = 4;

/**
 * The texts that a text can be read as: as it stands, and with every escape read. In both, what looks alike is the same:
 * full-width signs, digits of other scripts, kinds of dashes, dots and spaces; invisible characters are gone.
 */
export function readingsOf(text: string): readonly string[] {
  const plain = simplify(text);
  let decoded = plain;
  for (let round = 0; round < maxRounds && hasEscape(decoded); round++) {
    const next = simplify(readEscapes(decoded));
    if (next === decoded) break;
    decoded = next;
  }
  return decoded === plain ? [plain] : [plain, decoded];
}

function hasEscape(text: string): boolean {
  return text.includes('%') || text.includes('&') || text.includes('\\');
}

/** Marks that show nothing: joiners, directions, fillers, variants. A list of ranges reads better than their escapes. */
const invisible = new RegExp(
  `[${[
    '00ad',
    '034f',
    '061c',
    '115f-1160',
    '17b4-17b5',
    '180b-180e',
    '200b-200f',
    '202a-202e',
    '2060-206f',
    'fe00-fe0f',
    'feff',
  ]
    .map((range) => range.replace(/[0-9a-f]{4}/g, '\\u$&'))
    .join('')}]`,
  'g',
);

const ascii = /^[\0-\x7f]*$/;

function simplify(text: string): string {
  if (ascii.test(text)) return text.trim();
  return withAsciiDigits(text)
    .replace(invisible, '')
    .replace(/[\u2010-\u2015\u2212\u2043\ufe58]/g, '-')
    .replace(/[\u3002\uff61\u2024]/g, '.')
    .replace(/[\u00b7\u2022\u2027\u22c5\u30fb]/g, '.')
    .replace(/[\u201c\u201d\u2033]/g, '"')
    .trim();
}
