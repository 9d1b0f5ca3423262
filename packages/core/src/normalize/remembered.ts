/** Enough for the locales, models and providers of an app's users, and little memory. */
const maxAnswers = 256;

interface Memory<Answer> {
  /** Longer texts, in UTF-16 units, are not kept, so that memory stays bounded. */
  readonly maxLength: number;
  /** What answers for a longer text; if left out, the function itself. */
  readonly ofLonger?: (text: string) => Answer;
  /** Which answers may be kept; if left out, all. */
  readonly isKept?: (answer: Answer) => boolean;
}

/**
 * A function that remembers what a pure one answered: the same few locales, names and providers come in every event.
 *
 * @param find a pure function that never answers undefined for what is kept
 */
export function remembered<Answer>(
  find: (text: string) => Answer,
  { maxLength, ofLonger = find, isKept = () => true }: Memory<Answer>,
): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    if (text.length > maxLength) return ofLonger(text);
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = find(text);
    if (!isKept(answer)) return answer;
    if (answers.size === maxAnswers) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}
