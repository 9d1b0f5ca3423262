// Runs a relay until it is killed. Prints where it listens.
//
// node run-relay.mjs LOOP_SETTINGS RELAY_SETTINGS
import { startRelay } from '@loop-adapters/delivery/relay';

const [loop, settings] = process.argv.slice(2).map((argument) => JSON.parse(argument));
const relay = await startRelay(loop, settings, { logTo: { write: () => undefined } });
process.stdout.write(`${relay.url}\n`);
