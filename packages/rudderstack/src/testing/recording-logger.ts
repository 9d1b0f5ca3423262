import type { RSALogger } from '@rudderstack/analytics-js';

/** A logger of the SDK's kind that keeps its lines; `next` resolves to the one after those that it gave before. */
export function recordingLogger(): RSALogger & { readonly lines: readonly string[]; next(): Promise<string> } {
  const lines: string[] = [];
  let given = 0;
  let wake = (): void => undefined;
  const write =
    (level: string) =>
    (line: unknown): void => {
      lines.push(`${level} ${String(line)}`);
      wake();
    };
  return {
    lines,
    log: write('log'),
    info: write('info'),
    debug: write('debug'),
    warn: write('warn'),
    error: write('error'),
    setMinLogLevel: () => undefined,
    next: () =>
      new Promise((resolve) => {
        wake = () => {
          const line = lines[given];
          if (line === undefined) return;
          given = lines.length;
          resolve(line);
        };
        wake();
      }),
  };
}
