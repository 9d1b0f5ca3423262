// A Loop in trouble, in a process of its own: 429, 500, resets, slow answers, and once a whole outage. It remembers
// which events it answered with 200, and says so when it is asked.
import { createServer } from 'node:http';

const cycleMs = 30_000;

let troubleFromMs = Infinity;
let outage = [Infinity, Infinity];
const times = [];
const counts = { requests: 0, accepted: 0, repeated: 0, throttled: 0, failed: 0, reset: 0, slow: 0 };

const server = createServer((request, response) => {
  counts.requests += 1;
  const nowMs = performance.now();
  const trouble = troubleAt(nowMs);
  if (trouble === 'throttle') {
    counts.throttled += 1;
    response.writeHead(429, { 'retry-after': '1' }).end();
  } else if (trouble === 'fail') {
    counts.failed += 1;
    response.writeHead(nowMs % 2 < 1 ? 500 : 503).end();
  } else if (trouble === 'reset') {
    counts.reset += 1;
    request.socket.resetAndDestroy();
  } else if (trouble === 'slow') {
    counts.slow += 1;
    setTimeout(accept, 200, request, response);
  } else accept(request, response);
});
server.keepAliveTimeout = 60_000;

function accept(request, response) {
  const number = Number(/value\[n\]=(\d+)/.exec(request.url)?.[1]);
  if (times[number] === undefined) {
    times[number] = 1;
    counts.accepted += 1;
  } else {
    times[number] += 1;
    counts.repeated += 1;
  }
  response.writeHead(200, { 'content-length': '15' }).end('{"status":"ok"}');
}

/** Now and then all the time, more of it in turns of half a minute. */
function troubleAt(nowMs) {
  if (nowMs < troubleFromMs) return null;
  if (nowMs >= outage[0] && nowMs < outage[1]) return 'fail';
  const atMs = (nowMs - troubleFromMs) % cycleMs;
  const chance = Math.random();
  if (atMs >= 8_000 && atMs < 10_000) return chance < 0.05 ? 'fail' : null;
  if (atMs >= 13_000 && atMs < 15_000) return chance < 0.02 ? 'reset' : null;
  if (atMs >= 18_000 && atMs < 20_000) return chance < 0.1 ? 'slow' : null;
  if (atMs >= 25_000 && atMs < 25_200) return 'throttle';
  return chance < 0.002 ? 'fail' : chance < 0.003 ? 'reset' : null;
}

process.on('message', ({ ask, outageAfterMs, outageMs }) => {
  if (ask === 'trouble') {
    troubleFromMs = performance.now();
    outage = [troubleFromMs + outageAfterMs, troubleFromMs + outageAfterMs + outageMs];
  }
  if (ask === 'missing') {
    const missing = [];
    for (let number = 0; number < times.length && missing.length < 10; number++) {
      if (times[number] === undefined) missing.push(number);
    }
    process.send({ ...counts, highest: times.length - 1, missing });
  } else process.send(counts);
});
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => process.send({ endpoint: `http://127.0.0.1:${server.address().port}/mobile` }));
