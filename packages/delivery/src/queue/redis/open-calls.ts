import { QueueError } from '../queue-error.js';
import { toRedisQueueError } from './redis-error.js';

/** The calls of a queue that are under way: closing waits for them and lets no new one in. */
export class OpenCalls {
  readonly #open = new Set<Promise<unknown>>();
  #closed = false;

  /** @throws QueueError if the queue is closed, or for whatever the call throws */
  async run<Result>(call: () => Promise<Result>): Promise<Result> {
    if (this.#closed) throw new QueueError('queue_closed');
    const running = call();
    this.#open.add(running);
    try {
      return await running;
    } catch (error) {
      throw toRedisQueueError(error);
    } finally {
      this.#open.delete(running);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#open);
  }
}
