import type { RedisClient } from './connect-redis.js';
import { eventKey, pieceSize } from './piece.js';
import type { RedisKeys } from './redis-keys.js';
import { runScript, setAsideScript } from './redis-scripts.js';
import { unreadableLetter } from './stored-letter.js';

/** Where pieces are set aside. */
interface SetAsideTools {
  readonly redis: RedisClient;
  readonly keys: RedisKeys;
  /** The queue's own time, in milliseconds. */
  readonly now: () => number;
}

/** Keeps what is no piece as dead letters, so that it costs only itself. BullMQ takes the job away then. */
export async function setAsidePiece({ redis, keys, now }: SetAsideTools, id: string, data: unknown): Promise<void> {
  const text = JSON.stringify(data);
  const letters = Array.from({ length: pieceSize(id) }, (_, n) => [n, eventKey(id, n), unreadableLetter(text, now())]);
  await runScript(
    redis,
    setAsideScript,
    [keys.claimed, keys.pieces, keys.state(id), keys.books, keys.letters, keys.lettersAt],
    [id, now(), ...letters.flat()],
  );
}
