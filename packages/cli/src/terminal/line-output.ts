import { errorCode } from './error-code.js';
import type { OutputStream } from './io.js';

/**
 * Writes lines to a stream at the reader's pace, and notices when the reader has
 * gone (`| head`), which is no failure.
 */
export class LineOutput {
  private gone = false;
  private failure: Error | null = null;
  private wake: (() => void) | null = null;

  constructor(private readonly stream: OutputStream) {
    stream.on('error', (error: Error) => {
      this.gone = true;
      if (errorCode(error) !== 'EPIPE') this.failure = error;
      this.wake?.();
    });
    stream.on('drain', () => this.wake?.());
  }

  /** Whether nobody reads any more. What is written from then on goes nowhere. */
  get isClosed(): boolean {
    return this.gone;
  }

  /** Why writing failed (a full disk, for example); null if it did not. */
  get error(): Error | null {
    return this.failure;
  }

  /** Writes text and a newline; resolves when the stream takes more. */
  async write(text: string): Promise<void> {
    if (this.gone || this.stream.write(`${text}\n`)) return;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
    });
    this.wake = null;
  }

  /** Resolves when everything that was written has left the process, or can't any more. */
  async flush(): Promise<void> {
    if (this.gone) return;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      this.stream.write('', () => {
        resolve();
      });
    });
    this.wake = null;
  }
}
