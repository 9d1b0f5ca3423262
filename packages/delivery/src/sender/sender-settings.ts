import { defaultRetryTiming, functionForm, readSettings, type GroupForm } from '@loop-adapters/core';
import { count, dayMs, perSecond } from '../settings/shared-forms.js';
import type { SenderSettings } from './generated/sender-settings-types.js';

export type { SenderSettings, SenderSettingsInput } from './generated/sender-settings-types.js';

const pause = { type: 'number', min: 0, max: dayMs } as const;

/** The sender's settings: types, checks, defaults and descriptions in one place. */
export const senderForm = {
  type: 'object',
  entries: {
    concurrency: {
      type: 'number',
      min: 1,
      max: 10_000,
      default: 32,
      description: 'Most requests on their way to one server at once, each on a connection of its own.',
    },
    timeoutMs: {
      type: 'number',
      min: 1,
      max: 600_000,
      default: 10_000,
      description:
        'How long one try may wait to connect, then for the status line, then for the body; in milliseconds.',
    },
    connectionMs: {
      type: 'number',
      min: 1,
      max: dayMs,
      default: 30_000,
      description:
        'How long a connection is used: the next one asks DNS again, so that a new address is found. In milliseconds.',
    },
    retry: {
      type: 'object',
      default: {},
      description: 'When to try again, and how often.',
      entries: {
        attempts: {
          type: 'number',
          min: 1,
          max: 1000,
          default: 8,
          description: 'Most tries for one request, the first one included.',
        },
        baseDelayMs: {
          ...pause,
          default: defaultRetryTiming.baseDelayMs,
          description:
            'Ceiling of the first wait, in milliseconds. It doubles with every try; the wait is random up to the ceiling.',
        },
        maxDelayMs: {
          ...pause,
          default: defaultRetryTiming.maxDelayMs,
          description: 'Where the doubling stops, in milliseconds.',
        },
        maxRetryAfterMs: {
          ...pause,
          default: defaultRetryTiming.maxRetryAfterMs,
          description: 'The longest `Retry-After` that is obeyed, in milliseconds. A longer one is cut to this.',
        },
      },
    },
    maxRequestsPerSecond: {
      ...perSecond,
      description: 'Most requests per second to one server; no limit if left out. Loop documents none.',
    },
    breakerFailures: {
      ...count,
      default: 10,
      description:
        'So many failures in a row mean that the server is down: one request at a time is tried then, until it answers.',
    },
    userAgent: {
      type: 'string',
      rules: [[/^[\x21-\x7e](?:[\x20-\x7e]{0,254}[\x21-\x7e])?$/, 'must be visible ASCII characters']],
      default: 'loop-adapters',
      description: 'The `User-Agent` header.',
    },
    onRetry: {
      ...functionForm,
      typeName: '(retry: RetryNotice) => void',
      description: 'Called before each wait. Must not throw.',
    },
  },
} as const satisfies GroupForm;

/**
 * Checks the settings and fills in the defaults.
 *
 * @throws SettingsError that lists every problem by its path
 */
export function readSenderSettings(input: unknown): SenderSettings {
  return readSettings(senderForm, input) as SenderSettings;
}
