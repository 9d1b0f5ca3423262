import { join } from 'node:path';
import fc from 'fast-check';
import { hasRedis, startRedis } from '@loop-adapters/testing/start-redis';
import { temporaryFolder } from '@loop-adapters/testing/temporary-folder';
import { openFileQueue, openRedisQueue, type Queue } from '../src/queue/index.js';
import { deliverAll, emptyModel, queueCommands, type QueuePlace } from './queue-model.js';

/** `npm run model` tries 10,000 sequences. */
const sequences = Number(process.env['LOOP_MODEL_RUNS'] ?? 200);

/** A seed that failed once is one of these from then on. */
const knownSeeds: readonly number[] = [];

const realNow = Date.now;
afterEach(() => {
  Date.now = realNow;
});

function tryAll(makeOpen: () => () => Promise<Queue>): Promise<void> {
  const property = fc.asyncProperty(queueCommands, async (commands) => {
    const reopen = makeOpen();
    const model = emptyModel();
    const place: QueuePlace = {
      queue: await reopen(),
      held: [],
      reopen,
      setClock(byMs) {
        const now = Date.now;
        Date.now = () => now() + byMs;
      },
    };
    try {
      await fc.asyncModelRun(() => ({ model, real: place }), commands);
      await deliverAll(model, place);
    } finally {
      Date.now = realNow;
      await place.queue.close();
    }
  });
  const all = knownSeeds.map((seed) => fc.assert(property, { seed, numRuns: 1 }));
  return Promise.all(all).then(() => fc.assert(property, { numRuns: sequences, endOnFailure: false }));
}

test('a queue in a file does what the model does', async () => {
  const folder = temporaryFolder();
  let files = 0;
  await tryAll(() => {
    const file = join(folder, `${files++}.sqlite`);
    return () => openFileQueue({ file, synchronous: 'normal' });
  });
}, 3_600_000);

(hasRedis ? test : test.skip)(
  'a queue in Redis does what the model does',
  async () => {
    const { url } = await startRedis(['--appendfsync', 'everysec']);
    let places = 0;
    await tryAll(() => {
      const name = `model-${places++}`;
      return () => openRedisQueue({ url, name });
    });
  },
  3_600_000,
);
