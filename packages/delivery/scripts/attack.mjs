// Attacks a relay on this machine and says of each attack whether it held: /healthz answers within 250 ms all the time,
// and the memory stays within bounds. It ends by itself within a few minutes. Run it on a machine that does nothing else.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attacks } from './attack/attacks.mjs';

const longestMs = 250;
const most = 400 * 1_048_576;

const folder = mkdtempSync(join(tmpdir(), 'loop-attack-'));
const relay = fork(join(import.meta.dirname, 'attack/relay.mjs'), [join(folder, 'queue.sqlite')], { execArgv: [] });
const [{ url }] = await once(relay, 'message');
const probe = fork(join(import.meta.dirname, 'attack/probe.mjs'), [url], { execArgv: [] });
await once(probe, 'message');

async function ask(child) {
  child.send('say');
  const [said] = await once(child, 'message');
  return said;
}

let failed = 0;
for (const [name, attack] of Object.entries(attacks)) {
  await ask(probe);
  await ask(relay);
  const problem = await attack(url).then(
    () => null,
    (error) => error.message,
  );
  const { longest } = await ask(probe);
  const { highest } = await ask(relay);
  const problems = [
    problem,
    longest > longestMs ? `/healthz took ${Math.round(longest)} ms` : null,
    highest > most ? `${Math.round(highest / 1_048_576)} MB` : null,
  ].filter(Boolean);
  if (problems.length > 0) failed++;
  const seen = `/healthz ${Math.round(longest)} ms, ${Math.round(highest / 1_048_576)} MB`;
  console.log(
    `${problems.length === 0 ? 'held  ' : 'FAILED'} ${name} (${problems.length === 0 ? seen : problems.join(', ')})`,
  );
}
for (const child of [probe, relay]) child.disconnect();
await once(relay, 'exit');
rmSync(folder, { recursive: true });
console.log(failed === 0 ? 'All attacks held.' : `${failed} attacks did not hold.`);
process.exitCode = failed === 0 ? 0 : 1;
