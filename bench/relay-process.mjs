// A relay in a process of its own, as it runs in earnest. It says where it listens, and ends with whoever started it.
import { startRelay } from '@loop-adapters/delivery/relay';

const [queue, endpoint, sourceHash] = process.argv.slice(2);
const relay = await startRelay(
  { sourceHash, endpoint },
  { port: 0, writeKeys: ['BENCH'], queue: JSON.parse(queue), logLevel: 'warn' },
);
process.send(relay.url);
process.on('disconnect', () => process.exit(0));
