/**
 * What the function uses of Segment's Functions. It is passed in, so that nothing else can be reached for.
 * Source: Segment's docs, "Destination Functions" and its page on the runtime.
 */
export interface Runtime {
  /** node-fetch 2: it has a `timeout` of its own, in milliseconds. */
  readonly fetch: (
    url: string,
    options: { readonly method: 'GET'; readonly redirect: 'manual'; readonly timeout: number },
  ) => Promise<{ readonly status: number; text(): Promise<string> }>;
  /** Segment shows its lines in the event tester, and beside a failed event. */
  readonly console: { log(line: string): void };
  /** Segment drops the event: the function takes no such call. */
  readonly EventNotSupported: ErrorType;
  /** Segment drops the event: something is wrong with it. */
  readonly InvalidEventPayload: ErrorType;
  /** Segment drops the event: something is wrong with the settings. */
  readonly ValidationError: ErrorType;
  /** Segment sends the event again, for up to four hours. */
  readonly RetryError: ErrorType;
}

type ErrorType = new (message: string) => Error;
