import type { DeliveryCode } from './report.js';
import { createSender, type SenderSettings } from './sender.js';
import { startLoopServer, type Answering, type LoopServer } from '@loop-adapters/testing/loop-server';
import { createTestRealm } from '../../test/test-realm.js';

let server: LoopServer;
afterEach(() => server.close());

/** A sender, and a promise of the next so many outcomes, in their order. */
async function start(answer: Answering, changed: Partial<SenderSettings> = {}) {
  server = await startLoopServer(answer);
  const realm = createTestRealm();
  const sender = createSender(realm, { queueSize: 100, imageFallback: false, random: () => 0, ...changed });
  sender.start();
  const codes: (readonly [string, DeliveryCode])[] = [];
  let wake = (): void => undefined;
  return {
    realm,
    sender,
    send: (name: string) => {
      sender.send(`${server.endpoint}?event=${name}`, (code) => {
        codes.push([name, code]);
        wake();
      });
    },
    codes,
    done: (count: number): Promise<typeof codes> =>
      new Promise((resolve) => {
        wake = () => {
          if (codes.length >= count) resolve(codes);
        };
        wake();
      }),
  };
}

const accept: Answering = (response) => response.writeHead(200).end();
const arrived = (): string[] => server.arrivals.map(({ url }) => url.replace('/mobile?event=', ''));

describe('a sender', () => {
  it('waits while the device is offline, and sends in order when it is online', async () => {
    const { realm, send, codes, done } = await start(accept);
    realm.navigator.onLine = false;
    send('a');
    send('b');
    expect([codes, arrived()]).toEqual([[], []]);
    realm.navigator.onLine = true;
    realm.dispatch('online');
    expect(await done(2)).toEqual([
      ['a', 'accepted'],
      ['b', 'accepted'],
    ]);
  });

  it('gives the oldest up when too many wait', async () => {
    const { realm, send, done } = await start(accept, { queueSize: 2 });
    realm.navigator.onLine = false;
    for (const name of ['a', 'b', 'c']) send(name);
    realm.navigator.onLine = true;
    realm.dispatch('online');
    await done(3);
    expect(await done(3)).toEqual(
      expect.arrayContaining([
        ['a', 'queue_full'],
        ['b', 'accepted'],
        ['c', 'accepted'],
      ]),
    );
  });

  it('tries again as often as makes sense, then gives up', async () => {
    const { send, done } = await start((response) => response.writeHead(503).end());
    send('a');
    expect(await done(1)).toEqual([['a', 'unreachable']]);
    expect(arrived()).toEqual(Array.from({ length: 8 }, () => 'a'));
  });

  it('holds new events back while the server asks for a pause, even when the page goes away', async () => {
    const { realm, send, codes } = await start((response) => response.writeHead(429, { 'retry-after': '600' }).end());
    const paused = new Promise<void>((resolve) => {
      const set = realm.setTimeout?.bind(realm);
      Object.assign(realm, {
        setTimeout: (run: () => void, delayMs: number) => {
          // The pause is the only wait of ten minutes. It is not kept, so that the test can end.
          if (delayMs !== 600_000) return set?.(run, delayMs);
          resolve();
          return undefined;
        },
      });
    });
    send('a');
    await paused;
    send('b');
    realm.dispatch('pagehide');
    realm.dispatch('online');
    expect([codes, arrived()]).toEqual([[], ['a']]);
  });

  it('gives what waits a last chance when the page goes away', async () => {
    let isUp = false;
    const { realm, send, done } = await start((response) => response.writeHead(isUp ? 200 : 500).end(), {
      timing: { baseDelayMs: 600_000, maxDelayMs: 600_000, maxRetryAfterMs: 0 },
      random: () => 0.9,
    });
    const paused = new Promise<void>((resolve) => {
      const set = realm.setTimeout?.bind(realm);
      Object.assign(realm, {
        setTimeout: (run: () => void, delayMs: number) => {
          if (delayMs !== 540_000) return set?.(run, delayMs);
          resolve();
          return undefined;
        },
      });
    });
    send('a');
    await paused;
    isUp = true;
    realm.dispatch('pagehide');
    expect(await done(1)).toEqual([['a', 'accepted']]);
  });

  it('says so where there is no fetch', async () => {
    const { realm, send, done } = await start(accept);
    Object.assign(realm, { fetch: undefined });
    send('a');
    expect(await done(1)).toEqual([['a', 'no_fetch']]);
  });

  it('does not listen any more once it is stopped', async () => {
    const { realm, sender, send, codes } = await start(accept);
    realm.navigator.onLine = false;
    send('a');
    sender.stop();
    realm.navigator.onLine = true;
    realm.dispatch('online');
    expect([codes, arrived()]).toEqual([[], []]);
  });
});
