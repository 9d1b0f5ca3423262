/**
 * Waits until every one is done, also when some fail: nothing goes on behind the back of whoever was told of a failure.
 *
 * @throws what the first one that failed has thrown
 */
export async function waitForAll(calls: readonly Promise<unknown>[]): Promise<void> {
  const results = await Promise.allSettled(calls);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
