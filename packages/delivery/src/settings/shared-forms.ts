import { isEndpoint } from '@loop-adapters/core';

/** Forms that several settings have, so that what is long, much or late has the same bounds everywhere. */

/** A day in milliseconds: nothing waits longer. */
export const dayMs = 86_400_000;

/** Requests or events per second. Slower than one in a thousand seconds is a mistake. */
export const perSecond = { type: 'number', min: 0.001, max: 1_000_000, fraction: true } as const;

/** So many of something, at least one. */
export const count = { type: 'number', min: 1, max: 1_000_000 } as const;

/** A port to listen on; 0 takes a free one. */
export const port = { type: 'number', min: 0, max: 65_535 } as const;

/** An address to listen on. */
export const address = { type: 'string', trim: true, min: 1, max: 256 } as const;

/** Loop's endpoint, the sandbox's, or that of a relay. */
export const endpoint = {
  type: 'string',
  trim: true,
  rules: [[isEndpoint, 'must be an https URL without a query (http only to this machine: localhost or 127.0.0.1)']],
} as const;
