import { formatUrl, type Settings } from '@loop-adapters/core';
import { createSender } from '../sender.js';
import { openFileQueue, type Queue } from '../queue/index.js';
import type { QueueState, RelayMetrics } from './relay-metrics.js';
import type { RelaySettings } from './relay-settings.js';
import type { RelayLog } from './relay-log.js';

export interface Backend {
  queue: Pick<Queue, 'add'>;
  state(): Promise<QueueState | null>;
  isReady(): Promise<boolean>;
  close(drainMs: number): Promise<number>;
}

// TEMPORARY until createDeliverer is there.
export async function openBackend(
  s: RelaySettings,
  loop: Settings,
  metrics: RelayMetrics,
  log: RelayLog,
): Promise<Backend> {
  const queue = await openFileQueue(s.queue);
  const sender = createSender({ retry: { attempts: 1000 } });
  let stopped = false;
  let wake: () => void = () => undefined;
  queue.onAdded(() => {
    wake();
  });
  const hash = (p: string) =>
    (typeof loop.sourceHash === 'object'
      ? p === 'ios'
        ? loop.sourceHash.ios
        : loop.sourceHash.android
      : loop.sourceHash) ?? '';
  const work = async (): Promise<void> => {
    for (;;) {
      const leases = await queue.lease(64);
      if (leases.length === 0) {
        if (stopped) return;
        await new Promise<void>((r) => {
          wake = r;
          setTimeout(r, 200).unref();
        });
        continue;
      }
      const done = await Promise.all(
        leases.map(async (l) => {
          const r = await sender.send({
            url: formatUrl(loop.endpoint, { ...l.params, source_hash: hash(l.params['device_type'] ?? '') }),
          });
          if (r.status === 'delivered') metrics.delivered.inc();
          log('debug', r.status === 'delivered' ? 'delivered' : 'dead letter', {});
          return l;
        }),
      );
      await queue.acknowledge(done);
    }
  };
  const working = work();
  return {
    queue,
    state: async () => {
      const c = await queue.counts();
      return { depth: c.ready + c.delayed + c.leased, oldestAgeSeconds: 0, deadLetters: c.dead };
    },
    isReady: () => Promise.resolve(true),
    close: async () => {
      stopped = true;
      wake();
      await working;
      await sender.close();
      await queue.close();
      return 0;
    },
  };
}
