// The relay that is attacked, in a process of its own, with a Loop that takes everything at once.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { startRelay } from '@loop-adapters/delivery/relay';

const [file] = process.argv.slice(2);
const loop = createServer((_request, response) => response.end()).listen(0, '127.0.0.1');
await once(loop, 'listening');
const relay = await startRelay(
  { sourceHash: 'ATTACK', endpoint: `http://127.0.0.1:${loop.address().port}/mobile` },
  {
    port: 0,
    writeKeys: ['ATTACK', 'BULK'],
    queue: { file },
    logLevel: 'silent',
    // Each attacker gives himself an address, as behind a proxy.
    trustedProxies: 1,
    allowedOrigins: ['https://www.example.com'],
    limits: { requestMs: 3000, eventsPerSecond: 1000 },
  },
);
let highest = 0;
setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 20).unref();
process.on('message', () => {
  process.send({ highest });
  highest = process.memoryUsage.rss();
});
process.on('disconnect', () => process.exit(0));
process.send({ url: relay.url });
