import { UsageError } from '../../terminal/usage-error.js';
import type { AppliedOptions } from '../../settings/apply-options.js';

const defaultFile = 'loop-queue.sqlite';

/**
 * Decides where the queue is: in a file or in Redis. If both are named, the stronger origin wins: a flag over a
 * variable, a variable over `loop.config.json`.
 *
 * @returns the settings of the queue, with either `file` or `url`
 * @throws UsageError if both are named in the same way, or if a flag holds a password
 */
export function chooseQueue({ values, origins }: AppliedOptions): Readonly<Record<string, unknown>> {
  const { file, url, ...rest } = { ...(values['queue'] as Readonly<Record<string, unknown>> | undefined) };
  if (url === undefined) return { file: file ?? defaultFile, ...rest };
  if (file !== undefined) {
    const stronger = strength(origins.get('queue.file')) - strength(origins.get('queue.url'));
    if (stronger > 0) return { file, ...rest };
    if (stronger === 0) {
      const named = `${origins.get('queue.file') ?? '"queue.file"'} and ${origins.get('queue.url') ?? '"queue.url"'}`;
      throw new UsageError(`Two queues are named, a file and a Redis: ${named}. Take one of them away.`);
    }
  }
  if (origins.get('queue.url') === '--redis' && hasPassword(url)) {
    throw new UsageError(
      '--redis must hold no password, because other people on this machine can see flags. Put the URL into LOOP_REDIS_URL.',
    );
  }
  return { url, ...rest };
}

function strength(origin: string | undefined): number {
  if (origin === undefined) return 0;
  return origin.startsWith('--') ? 2 : 1;
}

/** Also where there are several hosts, which is no URL to JavaScript. */
function hasPassword(url: unknown): boolean {
  return typeof url === 'string' && /^[^/]*:\/\/[^/@]*:[^/@]+@/.test(url);
}
