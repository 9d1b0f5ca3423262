/** A Redis of a test's own. */
export interface RedisProcess {
  readonly url: string;
  /** Where its files are. */
  readonly folder: string;
  /** Kills it with SIGKILL. */
  kill(): Promise<void>;
  /** Starts it again, on the same port and with the same files. */
  restart(): Promise<void>;
  /** Stops its process, so that it answers nothing, until `wake`. */
  freeze(): void;
  wake(): void;
}

/**
 * Starts a Redis on a free port, which writes every change to its disk before it answers.
 *
 * @param folder where its files are
 * @param options more options, as on the command line: `['--maxmemory', '8mb']`
 */
export function startRedisProcess(folder: string, options?: readonly string[]): Promise<RedisProcess>;
