import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { growDisk, smallDisk, testOnSmallDisk } from './small-disk.js';
import { hasRedis, startRedis } from '@loop-adapters/testing/start-redis';
import { temporaryFolder } from '@loop-adapters/testing/temporary-folder';
import { relayCodes } from '../src/relay/relay-codes.js';
import type { RelaySettingsInput } from '../src/relay/relay-settings.js';
import { basic, startLoopAndRelay, writeKey, type LoopAndRelay } from './start-loop-and-relay.js';

const running: LoopAndRelay[] = [];
afterEach(async () => {
  for (const parts of running.splice(0)) await parts.close();
});

/** @param isLoopDown asked with each request to Loop, which answers 503 as long as it says so */
async function start(queue: RelaySettingsInput['queue'], isLoopDown = () => false): Promise<LoopAndRelay> {
  const sender = { retry: { baseDelayMs: 50, maxDelayMs: 200 } };
  const answers = () => (isLoopDown() ? ({ kind: 'status', status: 503 } as const) : undefined);
  const parts = await startLoopAndRelay({ queue, sender }, {}, { answers });
  running.push(parts);
  return parts;
}

/** How long Redis is gone. */
const goneMs = 3000;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends one event, as large as it is asked for. Returns the answer's status. */
async function send({ relay }: LoopAndRelay, name: string, size = 0): Promise<number> {
  const event = {
    type: 'track',
    event: name,
    messageId: name,
    context: {
      app: { namespace: 'com.example.app' },
      device: { type: 'android', model: 'Pixel6', advertisingId: 'abcdef-1234-5678' },
      ip: '192.168.1.1',
      location: { country: 'AR' },
    },
    properties: { text: 'x'.repeat(size) },
  };
  const body = JSON.stringify(event);
  const response = await fetch(`${relay.url}/v1/track`, { method: 'POST', headers: basic(writeKey), body });
  if (response.status === 503) {
    expect([response.headers.get('retry-after'), await response.json()]).toEqual([
      '5',
      { success: false, code: 'unavailable', message: relayCodes.unavailable },
    ]);
  }
  return response.status;
}

const readiness = async ({ relay }: LoopAndRelay): Promise<number> => (await fetch(`${relay.url}/readyz`)).status;

/** Sends an event until it is accepted, as an SDK does. */
async function sendUntilAccepted(parts: LoopAndRelay, name: string): Promise<void> {
  while ((await send(parts, name)) !== 200) await wait(50);
}

/** The events that Loop has, in the order of their names; waits until there are so many. */
async function delivered(parts: LoopAndRelay, count: number): Promise<string[]> {
  return (await parts.arrived(count)).map((params) => params['value[event]'] ?? '').sort();
}

testOnSmallDisk('a full disk: 503 until there is room, and what was accepted is delivered once', async () => {
  const folder = smallDisk();
  const parts = await start({ file: join(folder, 'queue.sqlite'), minFreeMegabytes: 0 });
  const accepted: string[] = [];
  let status = 200;
  for (let n = 1000; status === 200; n++) {
    status = await send(parts, `event ${n}`, 4000);
    if (status === 200) accepted.push(`event ${n}`);
  }
  expect([status, await readiness(parts)]).toEqual([503, 503]);
  growDisk(folder);
  await sendUntilAccepted(parts, 'new');
  expect(await delivered(parts, accepted.length + 1)).toEqual([...accepted, 'new'].sort());
});

test('a queue that another program holds: 503 until it lets go', async () => {
  const folder = temporaryFolder();
  const parts = await start({ file: join(folder, 'queue.sqlite'), busyMs: 100 });
  expect(await send(parts, 'before')).toBe(200);
  expect(await delivered(parts, 1)).toEqual(['before']);
  const other = new DatabaseSync(join(folder, 'queue.sqlite'));
  other.exec('BEGIN IMMEDIATE');
  expect([await send(parts, 'meanwhile'), await readiness(parts)]).toEqual([503, 503]);
  other.exec('COMMIT');
  other.close();
  await sendUntilAccepted(parts, 'after');
  expect(await delivered(parts, 2)).toEqual(['after', 'before']);
});

(hasRedis ? test : test.skip)(
  'a Redis that is gone: 503 until it is back, and what was accepted is delivered once',
  async () => {
    const redis = await startRedis();
    let isLoopDown = true;
    const parts = await start({ url: redis.url }, () => isLoopDown);
    expect([await send(parts, 'one'), await send(parts, 'two')]).toEqual([200, 200]);
    await redis.kill();
    for (const endMs = performance.now() + goneMs; performance.now() < endMs;) {
      expect([await send(parts, 'meanwhile'), await readiness(parts)]).toEqual([503, 503]);
      await wait(200);
    }
    await redis.restart();
    isLoopDown = false;
    parts.sandbox.clear();
    await sendUntilAccepted(parts, 'three');
    expect(await delivered(parts, 3)).toEqual(['one', 'three', 'two']);
    expect(parts.lines.join('')).toContain('"code":"queue_unreachable"');
  },
);
