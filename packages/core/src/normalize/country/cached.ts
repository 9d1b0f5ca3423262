/** Enough for the locales and time zones of an app's users, and little memory. */
const maxAnswers = 256;

/**
 * A function that remembers what a pure one answered: the same few locales and time zones come in every event.
 *
 * @param read a pure function that never answers undefined
 * @param maxLength longer texts, in UTF-16 units, are not kept, and null is the answer: they are none
 */
export function cached(read: (text: string) => string | null, maxLength: number): (text: string) => string | null {
  const answers = new Map<string, string | null>();
  return (text) => {
    if (text.length > maxLength) return null;
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = read(text);
    if (answers.size === maxAnswers) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}
