import stringWidth from 'string-width';

const minWidth = 60;
const maxWidth = 100;

/** The width to lay text out for, in characters: the terminal's, between 60 and 100. */
export function layoutWidth(columns: number | undefined): number {
  return Math.min(maxWidth, Math.max(minWidth, columns ?? maxWidth));
}

/**
 * Text from an event as it is safe to print: without control characters, which
 * could move the cursor or color the terminal, and without line breaks.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** Fills text up with spaces to a width on the screen. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** Cuts text to a width on the screen; a cut one ends in `…`. */
export function clip(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (stringWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Breaks text into lines of a width, at spaces; a longer word is broken anywhere. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((part) => breakWord(part, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (stringWidth(longer) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function breakWord(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && stringWidth(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** A number as people read it: `12,300`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}
