// The relay that is tried, in a process of its own.
import { startRelay } from '@loop-adapters/delivery/relay';

const [file, endpoint] = process.argv.slice(2);
const relay = await startRelay(
  { sourceHash: 'SOAK', endpoint },
  { port: 0, writeKeys: ['SOAK'], queue: { file }, logLevel: 'error', drainMs: 60_000 },
);
process.on('message', async () => {
  await relay.close();
  process.exit(0);
});
process.on('disconnect', () => process.exit(0));
process.send({ url: relay.url, adminUrl: relay.adminUrl });
