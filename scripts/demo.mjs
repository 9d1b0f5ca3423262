// The main job, on the events in examples/: Segment's own SDK sends each one to a relay, the relay keeps it on disk and
// delivers it to a stand-in for Loop, and a table shows what became of each. Nothing leaves this machine.
//
// `npm start -- --keep` leaves the relay and the stand-in running.
import { createTranslator } from '@loop-adapters/core';
import { nodeHash } from '@loop-adapters/core/node';
import { startRelay } from '@loop-adapters/delivery/relay';
import { startSandbox } from '@loop-adapters/delivery/sandbox';
import { Analytics } from '@segment/analytics-node';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, styleText } from 'node:util';

const { keep } = parseArgs({ options: { keep: { type: 'boolean', default: false } } }).values;
const examples = fileURLToPath(new URL('../examples', import.meta.url));
const useColors = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (style, text) => (useColors ? styleText(style, text) : text);
const colorOf = { ready: 'green', skipped: 'yellow', invalid: 'red' };

// `npm start | head` wants no more.
process.stdout.on('error', () => process.exit());

const readJson = (file) => JSON.parse(readFileSync(join(examples, file), 'utf8'));
const files = readdirSync(examples)
  .filter((name) => name.endsWith('.json') && name !== 'loop.config.json')
  .sort();

const writeKey = 'EXAMPLES';
const folder = mkdtempSync(join(tmpdir(), 'loop-demo-'));
const sandbox = await startSandbox();
const settings = { ...readJson('loop.config.json'), endpoint: sandbox.endpoint };
const relay = await startRelay(settings, {
  port: 0,
  writeKeys: [writeKey],
  queue: { file: join(folder, 'queue.sqlite') },
  logLevel: 'silent',
});
const translator = createTranslator(settings, nodeHash);
const counts = { events: 0, ready: 0, skipped: 0, invalid: 0 };
const messages = new Map();

/** Called with what the relay answers to the SDK's request that is on its way. */
let onAnswer = () => {};
const analytics = new Analytics({ writeKey, host: relay.url, maxEventsInBatch: 1, httpClient: fetchAndRead });

const opening =
  "Segment's SDK sends the events of examples/ to a relay on this machine, which checks each one and delivers it to a " +
  'stand-in for Loop, on this machine too. The skipped and the invalid ones are there on purpose: they show what must ' +
  'not go to Loop, and what Loop would refuse.';
console.log(`${wrap(opening, '')}\n`);
console.log(paint('dim', `  ${cut('Event', 28)}  ${cut('Type', 8)}  ${cut('Outcome', 7)}  Why not`));
for (const file of files) {
  console.log(paint('bold', `examples/${file}`));
  for (const event of readJson(file)) {
    const outcome = outcomeOf(await sendBySdk(event));
    count(outcome);
    console.log(row(event, nameOf(translator.explain(event).parameters), outcome));
  }
}
await analytics.closeAndFlush();
if (!keep) await relay.close();
else while (sandbox.counts().total < counts.ready) await new Promise((resolve) => setTimeout(resolve, 50));
const { accepted: delivered } = sandbox.counts();

console.log(`\n${paint('bold', 'What the codes mean')}`);
for (const [code, message] of [...messages].sort()) console.log(`  ${code}\n${wrap(message, '      ')}`);

console.log(`\n${paint('bold', 'A request as it arrived')} (the source hash is masked)`);
console.log(arrival());

console.log('\nThe way of one event:\n  cd examples && npx loop-adapters explain --limit 1 segment-kotlin.json');
// Listened for before anything says that it can be pressed.
const ctrlC = keep ? signalled() : null;
if (keep) console.log(howToGoOn());
// The sum stands last, where the eye ends.
const went = delivered === counts.ready ? 'delivered' : `ready, but only ${delivered} of them delivered`;
console.log(
  `\n${counts.events} events: ` +
    paint('bold', `${counts.ready} ${went}, ${counts.skipped} skipped, ${counts.invalid} invalid.`),
);
if (keep) {
  await ctrlC;
  await relay.close();
}
await sandbox.close();
rmSync(folder, { recursive: true });
if (delivered < counts.ready) process.exitCode = 1;

/** Sends an event as an app's server would, and resolves with the relay's answer. */
async function sendBySdk(event) {
  const { type, userId, anonymousId, event: name, properties, traits, groupId, previousId, timestamp } = event;
  // RudderStack's servers note the address beside the context, where an SDK has no place for it.
  const context = { ...event.context, ip: event.context?.ip ?? event.request_ip };
  const common = { userId: userId ?? undefined, anonymousId, context, timestamp };
  const calls = {
    track: () => ({ ...common, event: name, properties }),
    identify: () => ({ ...common, traits }),
    screen: () => ({ ...common, name: event.name ?? name, category: event.category, properties }),
    page: () => ({ ...common, name: event.name, category: event.category, properties }),
    group: () => ({ ...common, groupId, traits }),
    alias: () => ({ ...common, userId: userId ?? anonymousId, previousId }),
  };
  return new Promise((resolve) => {
    onAnswer = resolve;
    analytics[type](calls[type]());
  });
}

/** Node's fetch, with an eye on what comes back: the SDK looks at the status alone. */
async function fetchAndRead(url, init) {
  const response = await fetch(url, init);
  onAnswer(await response.clone().json());
  return response;
}

/** What the relay says of the one event of a request. */
function outcomeOf({ events: [kept] }) {
  if (kept === undefined) return { status: 'ready', causes: [] };
  return kept.outcome === 'skipped'
    ? { status: 'skipped', causes: [kept] }
    : { status: 'invalid', causes: kept.problems };
}

function count({ status, causes }) {
  counts.events += 1;
  counts[status] += 1;
  for (const { code, message } of causes) messages.set(code, message);
}

/** Said with --keep. */
function howToGoOn() {
  return [
    '\nThe relay and the stand-in go on running. Ctrl-C ends them.',
    `  Send an event  curl -u ${writeKey}: ${relay.url}/v1/track -d @EVENT.json`,
    `  What arrived   ${sandbox.url}/requests`,
    `  Metrics        ${relay.adminUrl}/metrics`,
  ].join('\n');
}

function signalled() {
  return new Promise((resolve) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, resolve)));
}

/** The event's name as Loop would get it: one that holds personal data is not shown either. */
function nameOf(parameters) {
  const named = parameters.filter(({ parameter }) => parameter === 'event' || parameter === 'name');
  const isLeftOut = named.some(({ tried }) => tried.some(({ result }) => result === 'refused'));
  return named.find(({ value }) => value !== null)?.value ?? (isLeftOut ? '(left out)' : '–');
}

/** One event: its name, its type, what became of it, and why; one reason a line. */
function row(event, name, { status, causes }) {
  const [first = '', ...others] = causes.map(({ code }) => code);
  const start = `  ${cut(name, 28)}  ${cut(String(event.type), 8)}  ${paint(colorOf[status], status.padEnd(7))}  ${first}`;
  return [start, ...others.map((code) => `${' '.repeat(51)}${code}`)].join('\n').trimEnd();
}

/** The richest request: the one with the most parameters, one parameter a line. */
function arrival() {
  const [richest] = [...sandbox.requests()].sort((a, b) => Object.keys(b.params).length - Object.keys(a.params).length);
  const [path, query] = richest.url.split('?');
  const pairs = query.split('&').map((pair, index) => cut(` ${index === 0 ? '?' : '&'}${pair}`, 80).trimEnd());
  return [`GET ${path}`, ...pairs, `answered ${richest.answer.status}`].join('\n');
}

/** Fills or cuts a text to a width; a Chinese or Japanese character takes two places. */
function cut(text, width) {
  const places = (part) =>
    part.replaceAll(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g, 'xx').length;
  if (places(text) <= width) return text + ' '.repeat(width - places(text));
  return `${text.slice(0, width - 1)}…`;
}

/** Breaks a text into lines of at most 80 columns. */
function wrap(text, indent) {
  const lines = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + word.length > 80) {
      lines.push(line);
      line = '';
    }
    line += `${word} `;
  }
  return [...lines, line].map((full) => `${indent}${full.trimEnd()}`).join('\n');
}
