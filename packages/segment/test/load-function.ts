import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import fetch, { type RequestInit, type Response } from 'node-fetch';

type Handler = (event: unknown, settings: object) => Promise<unknown>;

/** The handlers that Segment looks for. */
export interface LoadedFunction {
  readonly onTrack: Handler;
  readonly onIdentify: Handler;
  readonly onScreen: Handler;
  readonly onPage: Handler;
  readonly onGroup: Handler;
  readonly onAlias: Handler;
  readonly onDelete: Handler;
  readonly onBatch: Handler;
  /** What the function wrote to its log. */
  readonly log: string[];
}

/** Segment's own error types, as its docs name them. */
const errorTypes = `
  class EventNotSupported extends Error { name = 'EventNotSupported'; }
  class InvalidEventPayload extends Error { name = 'InvalidEventPayload'; }
  class ValidationError extends Error { name = 'ValidationError'; }
  class RetryError extends Error { name = 'RetryError'; }
`;

/** What the function has of its host, besides the log. */
export interface FunctionHost {
  readonly fetch: (url: string, options: FetchOptions) => Promise<Response>;
  /** The function's `Date.now`. */
  readonly now: () => number;
}

type FetchOptions = RequestInit & { readonly timeout: number };

/** A host on which no time passes: a busy machine runs into no time limit. */
const patientHost: FunctionHost = { fetch: (url, options) => fetch(url, { ...options, timeout: 0 }), now: () => 0 };

/** Runs the built file as Segment does: in a realm that has the language, and of all else what the docs promise. */
export function loadFunction(host: Partial<FunctionHost> = {}): LoadedFunction {
  const { fetch, now } = { ...patientHost, ...host };
  const log: string[] = [];
  const context = createContext({ fetch, console: { log: (line: string) => log.push(line) } });
  (runInContext('Date', context) as DateConstructor).now = now;
  runInContext(errorTypes, context);
  runInContext(readFunction(), context, { filename: 'destination-function.js' });
  return Object.assign(context as Omit<LoadedFunction, 'log'>, { log });
}

export function readFunction(): string {
  return readFileSync(join(__dirname, '../dist/destination-function.js'), 'utf8');
}
