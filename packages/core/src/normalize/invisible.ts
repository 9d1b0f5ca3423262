/**
 * Characters that a screen does not show and that come along when text is copied: soft hyphen, zero-width spaces and
 * joiners, marks of writing direction, byte-order mark.
 */
// eslint-disable-next-line no-misleading-character-class -- the joiners join nothing here
const invisible = /[\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** A text without invisible characters. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, '');
}
