import { SettingsError } from '@loop-adapters/core';
import { readSenderSettings } from './sender-settings.js';

function problemsOf(input: unknown): unknown {
  try {
    readSenderSettings(input);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe('readSenderSettings', () => {
  test('everything has a default', () => {
    expect(readSenderSettings({})).toEqual({
      breakerFailures: 10,
      concurrency: 32,
      timeoutMs: 10_000,
      connectionMs: 30_000,
      retry: { attempts: 8, baseDelayMs: 500, maxDelayMs: 30_000, maxRetryAfterMs: 3_600_000 },
      userAgent: 'loop-adapters',
    });
  });

  test('what is given stays', () => {
    const settings = {
      breakerFailures: 3,
      concurrency: 1,
      timeoutMs: 1,
      connectionMs: 1,
      retry: { attempts: 1, baseDelayMs: 0, maxDelayMs: 0, maxRetryAfterMs: 0 },
      maxRequestsPerSecond: 0.5,
      userAgent: 'my app/1.0 (test)',
      onRetry: () => undefined,
    };
    expect(readSenderSettings(settings)).toEqual(settings);
  });

  test('every problem is named by its path', () => {
    const wrong = {
      concurrency: 0,
      timeoutMs: '10s',
      retry: { attempts: 1.5, baseDelayMs: -1, tries: 3 },
      maxRequestsPerSecond: 0,
      userAgent: 'a\r\nx: y',
      onRetry: 'log',
      pipelining: 10,
    };
    expect(problemsOf(wrong)).toEqual([
      { path: 'concurrency', message: 'It must be a whole number from 1 to 10000.' },
      { path: 'timeoutMs', message: 'It must be a whole number from 1 to 600000.' },
      { path: 'retry.attempts', message: 'It must be a whole number from 1 to 1000.' },
      { path: 'retry.baseDelayMs', message: 'It must be a whole number from 0 to 86400000.' },
      {
        path: 'retry.tries',
        message: 'There is no such setting. Known here: attempts, baseDelayMs, maxDelayMs, maxRetryAfterMs.',
      },
      {
        path: 'maxRequestsPerSecond',
        message: 'It must be a number from 0.001 to 1000000.',
      },
      { path: 'userAgent', message: 'It must be visible ASCII characters.' },
      { path: 'onRetry', message: 'It must be a function.' },
      {
        path: 'pipelining',
        message:
          'There is no such setting. Known here: concurrency, timeoutMs, connectionMs, retry, maxRequestsPerSecond, breakerFailures, userAgent, onRetry.',
      },
    ]);
  });

  test.each([[null], ['fast'], [42]])('%j is no settings object', (input) => {
    expect(problemsOf(input)).toEqual([{ path: '', message: 'It must be an object.' }]);
  });
});
