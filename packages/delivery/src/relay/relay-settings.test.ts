import { SettingsError } from '@loop-adapters/core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRelaySettings, relayForm } from './relay-settings.js';

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
    adminHost: '127.0.0.1',
    sources: {},
    limits: {
      eventBytes: 32_768,
      batchBytes: 512_000,
      eventsPerSecondPerAddress: 1000,
      contextBytes: 4_000_000,
      keys: 50_000,
      depth: 64,
      heldBytes: 67_108_864,
      requestMs: 30_000,
      connections: 4000,
      connectionsPerAddress: 500,
    },
    queue: expect.objectContaining({ file: 'loop-queue.sqlite', synchronous: 'full' }) as unknown,
    sender: expect.objectContaining({ concurrency: 32 }) as unknown,
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
    { path: 'host', message: 'It must not be empty; leave it out.' },
    { path: 'port', message: 'It must be a whole number from 0 to 65535.' },
    { path: 'writeKeys.0', message: 'It must be a write key of letters, digits, "_", "-", "." and "~".' },
    { path: 'writeKeys.1', message: 'It must be text.' },
    { path: 'webhookSecret', message: 'It must not be empty; leave it out.' },
    { path: 'trustedProxies', message: 'It must be a whole number from 1 to 100 or a list.' },
    { path: 'ipFromConnection', message: 'It must be true or false.' },
    { path: 'allowedOrigins.0', message: 'It must be an origin, such as https://www.example.com.' },
    { path: 'allowedOrigins.1', message: 'It must be an origin, such as https://www.example.com.' },
    { path: 'limits.eventBytes', message: 'It must be a whole number from 1 to 1000000.' },
    {
      path: 'limits.eventsPerSecond',
      message: 'It must be a number from 0.001 to 1000000.',
    },
    {
      path: 'limits.events',
      message: expect.stringMatching(/^There is no such setting\. Known here: eventBytes, batchBytes, /) as unknown,
    },
    { path: 'queue', message: 'It must be an object.' },
    { path: 'sender', message: 'It must be an object.' },
    { path: 'maxAgeHours', message: 'It must be a whole number from 1 to 87600.' },
    { path: 'drainMs', message: 'It must be a whole number from 0 to 600000.' },
    { path: 'logLevel', message: 'It must be "trace", "debug", "info", "warn", "error" or "silent".' },
    {
      path: 'secret',
      message: expect.stringMatching(/^There is no such setting\. Known here: host, port, /) as unknown,
    },
  ]);
  expect(problemsOf({})).toEqual([{ path: 'writeKeys', message: 'It is missing. Set it, or set "sources".' }]);
  expect(problemsOf({ sources: { A: { sourceHash: 'XYZ123' } } })).toEqual([]);
  expect(problemsOf({ sources: { 'a/b': { sourceHash: 'XYZ123' } } })).toMatchObject([{ path: 'sources' }]);
  expect(problemsOf({ writeKeys: [] })).toEqual([
    { path: 'writeKeys', message: 'It must not be empty; leave it out.' },
  ]);
  expect(problemsOf({ writeKeys: ['KEY'], trustedProxies: ['any'] })).toEqual([
    { path: 'trustedProxies.0', message: 'It must be an address or a range of addresses, such as 10.0.0.0/8.' },
  ]);
});

test('the page on security names every limit', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/security.md'), 'utf8');
  const limits = Object.keys(relayForm.entries.limits.entries).map((name) => `limits.${name}`);
  expect(limits.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
