import { SettingsError } from '@loop-adapters/core';
import { readRelaySettings } from './relay-settings.js';

function problemsOf(input: unknown): unknown {
  try {
    readRelaySettings(input);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

test('everything has a default but the write keys', () => {
  expect(readRelaySettings({ writeKeys: ['KEY'] })).toEqual({
    host: '127.0.0.1',
    port: 8787,
    writeKeys: ['KEY'],
    ipFromConnection: true,
    allowedOrigins: [],
    limits: { eventBytes: 32_768, batchBytes: 512_000 },
    queue: { file: 'loop-queue.sqlite' },
    sender: {},
    maxAgeHours: 72,
    drainMs: 5000,
    logLevel: 'info',
  });
});

test.each([[1], [['10.0.0.0/8', '192.0.2.7', '2001:db8::/32', '::1']]])('%j are proxies to trust', (trustedProxies) => {
  expect(problemsOf({ writeKeys: ['KEY'], trustedProxies })).toEqual([]);
});

test('every problem is named by its path, and no value is shown', () => {
  const wrong = {
    host: '',
    port: 70_000,
    writeKeys: ['a/b', 7],
    webhookSecret: '',
    trustedProxies: true,
    ipFromConnection: 'yes',
    allowedOrigins: ['https://www.example.com/', '*'],
    limits: { eventBytes: 0, eventsPerSecond: 0, events: 1 },
    queue: 'x',
    sender: [],
    maxAgeHours: 0,
    drainMs: -1,
    logLevel: 'loud',
    secret: 'x',
  };
  expect(problemsOf(wrong)).toEqual([
    { path: 'host', message: 'must be an address' },
    { path: 'port', message: 'must be a whole number from 0 to 65535' },
    { path: 'writeKeys.0', message: 'must be a write key of letters, digits, "_", "-", "." and "~"' },
    { path: 'writeKeys.1', message: 'must be text' },
    { path: 'webhookSecret', message: 'must not be empty' },
    { path: 'trustedProxies', message: 'must be a number of proxies, or an array of addresses and ranges' },
    { path: 'ipFromConnection', message: 'must be true or false' },
    { path: 'allowedOrigins.0', message: 'must be an origin, such as https://www.example.com' },
    { path: 'allowedOrigins.1', message: 'must be an origin, such as https://www.example.com' },
    { path: 'limits.eventBytes', message: 'must be a whole number from 1 to 1000000' },
    {
      path: 'limits.eventsPerSecond',
      message: 'must be a number of events per second, more than 0, at most 1000000',
    },
    { path: 'limits.events', message: 'is no setting of the relay' },
    { path: 'queue', message: 'must be an object' },
    { path: 'sender', message: 'must be an object' },
    { path: 'maxAgeHours', message: 'must be a whole number from 1 to 87600' },
    { path: 'drainMs', message: 'must be a whole number from 0 to 600000' },
    { path: 'logLevel', message: 'must be one of trace, debug, info, warn, error, silent' },
    { path: 'secret', message: 'is no setting of the relay' },
  ]);
  expect(problemsOf({})).toEqual([{ path: 'writeKeys', message: 'is missing' }]);
  expect(problemsOf({ writeKeys: [] })).toEqual([{ path: 'writeKeys', message: 'must hold at least one write key' }]);
  expect(problemsOf({ writeKeys: ['KEY'], trustedProxies: ['any'] })).toEqual([
    { path: 'trustedProxies.0', message: 'must be an address or a range of addresses, such as 10.0.0.0/8' },
  ]);
});
