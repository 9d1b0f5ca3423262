import { functionForm, readSettings, type GroupForm } from '@loop-adapters/core';
import { address, count, port } from '../settings/shared-forms.js';
import type { SandboxOptions } from './generated/sandbox-options-types.js';

export type { SandboxOptions, SandboxOptionsInput } from './generated/sandbox-options-types.js';

/** The sandbox's options: types, checks, defaults and descriptions in one place. */
export const sandboxForm = {
  type: 'object',
  entries: {
    port: { ...port, default: 0, description: 'The port; 0, the default, takes a free one.' },
    host: {
      ...address,
      default: '127.0.0.1',
      description: 'The address to listen on; this machine only, if left out.',
    },
    failRate: {
      type: 'number',
      min: 0,
      max: 1,
      fraction: true,
      default: 0,
      description: 'The part of the requests that is answered 500, from 0 to 1.',
    },
    throttleRps: {
      ...count,
      description: 'Most requests in a second; what is over is answered 429 with `Retry-After`.',
    },
    latencyMs: {
      type: 'number',
      min: 0,
      max: 600_000,
      default: 0,
      description: 'How long each answer takes, in milliseconds.',
    },
    sourceHashes: {
      type: 'array',
      items: { type: 'string', max: 256 },
      max: 10_000,
      description: 'The source hashes that exist. If left out, every well-formed one does.',
    },
    keep: { ...count, default: 1000, description: 'How many requests are kept for the list, the newest ones.' },
    onRequest: {
      ...functionForm,
      typeName: '(arrival: Arrival) => void',
      description: 'Called with each request to `/mobile` and its answer. Must not throw.',
    },
    answers: {
      ...functionForm,
      typeName: '(n: number, request: SandboxRequest) => Fault | undefined',
      description:
        'The fault script: says per request what goes wrong; `undefined` for nothing. Comes before everything else.',
    },
    random: {
      ...functionForm,
      typeName: '() => number',
      default: () => Math.random(),
      description: 'A random number from 0 up to 1, for `failRate`.',
    },
    now: {
      ...functionForm,
      typeName: '() => number',
      default: () => Date.now(),
      description: 'The time in milliseconds since 1970.',
    },
  },
} as const satisfies GroupForm;

/** @throws SettingsError that lists every problem by its path */
export function readSandboxOptions(input: unknown): SandboxOptions {
  return readSettings(sandboxForm, input) as SandboxOptions;
}
