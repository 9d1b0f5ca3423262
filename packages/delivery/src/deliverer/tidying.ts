import type { Queue } from '../queue/queue.js';
import type { Clock } from '../sender/clock.js';

const tidyMs = 60_000;

interface TidyingParts {
  readonly queue: Queue;
  readonly clock: Clock;
  /** Is told how many dead letters were deleted for their age or number. */
  readonly onDropped?: ((count: number) => void) | undefined;
  readonly onTrouble: (error: unknown) => void;
}

/** Tidies a queue once a minute. Returns a function that ends it. */
export function startTidying({ queue, clock, onDropped, onTrouble }: TidyingParts): () => void {
  const tidy = async (): Promise<void> => {
    try {
      const { deadLetters } = await queue.tidy();
      if (deadLetters > 0) onDropped?.(deadLetters);
    } catch (error) {
      onTrouble(error);
    }
  };
  const plan = (): (() => void) =>
    clock.after(tidyMs, () => {
      void tidy();
      callOff = plan();
    });
  let callOff = plan();
  return () => {
    callOff();
  };
}
