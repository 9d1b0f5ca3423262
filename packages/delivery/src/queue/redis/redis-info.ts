/** What `INFO` answers, by name. */
export type RedisInfo = ReadonlyMap<string, string>;

/** Reads the lines `name:value` of an answer to `INFO`. */
export function parseRedisInfo(text: string): RedisInfo {
  return new Map(
    text
      .split(/\r?\n/)
      .map((line) => [line, line.indexOf(':')] as const)
      .filter(([, colon]) => colon > 0)
      .map(([line, colon]) => [line.slice(0, colon), line.slice(colon + 1)]),
  );
}
