import type { Dispatcher } from 'undici';

/** The part of an answer that decides. */
export interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
}

/** More of an answer's body than this is not read: Loop documents none, so nothing in it is waited for. In bytes. */
const maxBodyBytes = 65_536;

/**
 * One try of one request, as a handler of undici's `dispatch`: no stream, no promise and no timer of its own, because
 * there is one of these for every request.
 *
 * The status line decides. Once it is there, a body that is cut off, hangs or never ends changes nothing: a 2xx means
 * that Loop has the event, and sending it again would count it twice.
 */
export class Attempt implements Dispatcher.DispatchHandler {
  readonly #timeoutMs: number;
  readonly #done: (answer: Answer | null, error: Error | null) => void;
  #answer: Answer | null = null;
  #bodyBytes = 0;
  #deadlineMs = 0;

  /**
   * @param timeoutMs how long the body may take from the status line on; undici itself only bounds its silences
   * @param done called once, when the connection is free again: with the answer, or with why there is none
   */
  constructor(timeoutMs: number, done: (answer: Answer | null, error: Error | null) => void) {
    this.#timeoutMs = timeoutMs;
    this.#done = done;
  }

  onRequestStart(): void {
    // undici takes a handler for one of its current kind by the presence of this method.
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    // 1xx is no answer yet.
    if (status < 200) return;
    const retryAfter = headers['retry-after'];
    this.#answer = { status, retryAfter: typeof retryAfter === 'string' ? retryAfter : (retryAfter?.[0] ?? null) };
    this.#deadlineMs = performance.now() + this.#timeoutMs;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bodyBytes += chunk.length;
    if (this.#bodyBytes > maxBodyBytes || performance.now() > this.#deadlineMs) {
      controller.abort(new Error('The answer is too long.'));
    }
  }

  onResponseEnd(): void {
    this.#done(this.#answer, null);
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#done(this.#answer, error);
  }
}
