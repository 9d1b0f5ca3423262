import type { Readable } from 'node:stream';

/** A stream that output goes to, and what is known about the terminal behind it. */
export interface OutputStream extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  /** Width of the terminal in characters. */
  readonly columns?: number;
}

/** Everything of the process that a command may touch, so that it can be run without one. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The current directory. */
  readonly directory: string;
}
