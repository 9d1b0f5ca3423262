/**
 * Runs an async function over items, at most `limit` at a time. The results are in the order of the items.
 * If one call rejects, the whole rejects, so `run` should return its failures.
 */
export async function mapWithLimit<Item, Result>(
  items: readonly Item[],
  limit: number,
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    // The workers share the iterator, so each item is taken once.
    for (const [index, item] of queue) results[index] = await run(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}
