/**
 * Asks for something at most once in a while, however often it is wanted: everyone gets the last answer until then,
 * those who come while it is on its way too.
 *
 * @param keptMs how long an answer is passed on, from when it was asked for; in milliseconds
 * @param now the time in milliseconds, of a clock that only goes forward
 */
export function keepAnswer<Answer>(
  ask: () => Promise<Answer>,
  keptMs: number,
  now: () => number,
): () => Promise<Answer> {
  let last: { readonly atMs: number; readonly answer: Promise<Answer> } | null = null;
  return () => {
    const nowMs = now();
    if (last === null || nowMs - last.atMs >= keptMs) last = { atMs: nowMs, answer: ask() };
    return last.answer;
  };
}
