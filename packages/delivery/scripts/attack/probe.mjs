// Asks for /healthz all the time and, when it is asked itself, says what the longest answer took, in milliseconds.
import { Pool } from 'undici';

const pool = new Pool(process.argv[2], { connections: 1 });
let longest = 0;
let startMs = 0;
process.on('message', () => {
  process.send({ longest: Math.max(longest, startMs === 0 ? 0 : performance.now() - startMs) });
  longest = 0;
});
process.on('disconnect', () => process.exit(0));
process.send('ready');
for (;;) {
  startMs = performance.now();
  const { body } = await pool.request({ path: '/healthz', method: 'GET' });
  await body.dump();
  longest = Math.max(longest, performance.now() - startMs);
  startMs = 0;
  await new Promise((resolve) => setTimeout(resolve, 10));
}
