// The main job, on the events in examples/: translate each one, send those that are ready to a stand-in for Loop on
// this machine, and show what became of them. Nothing leaves this machine.
import { createTranslator } from '@loop-adapters/core';
import { nodeHash } from '@loop-adapters/core/node';
import { createSender } from '@loop-adapters/delivery';
import { startSandbox } from '@loop-adapters/delivery/sandbox';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { styleText } from 'node:util';

const examples = fileURLToPath(new URL('../examples', import.meta.url));
const useColors = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (style, text) => (useColors ? styleText(style, text) : text);
const colorOf = { ready: 'green', skipped: 'yellow', invalid: 'red' };

const readJson = (file) => JSON.parse(readFileSync(join(examples, file), 'utf8'));
const files = readdirSync(examples)
  .filter((name) => name.endsWith('.json') && name !== 'loop.config.json')
  .sort();

const sandbox = await startSandbox();
const sender = createSender();
const translator = createTranslator({ ...readJson('loop.config.json'), endpoint: sandbox.endpoint }, nodeHash);
const counts = { events: 0, ready: 0, delivered: 0, skipped: 0, invalid: 0 };
const messages = new Map();

console.log(`The sandbox stands in for Loop at ${sandbox.endpoint}. Sending examples/ to it:\n`);
console.log(
  paint('dim', `  ${cut('Event', 34)}  ${cut('Type', 8)}  ${cut('Outcome', 7)}  What became of it, or why not`),
);
for (const file of files) {
  console.log(paint('bold', `examples/${file}`));
  for (const event of readJson(file)) {
    const { outcome, parameters } = translator.explain(event);
    const result = outcome.status === 'ready' ? await sender.send(outcome.request) : null;
    count(outcome, result);
    console.log(row(event, nameOf(parameters), outcome, result));
  }
}
await sender.close();

console.log(`\n${paint('bold', 'What the codes mean')}`);
for (const [code, message] of [...messages].sort()) console.log(`  ${code}\n${wrap(message, '      ')}`);

console.log(`\n${paint('bold', 'A request as it arrived')} (the source hash is masked)`);
console.log(arrival());

console.log(
  `\n${counts.events} events: ${counts.ready} ready (${counts.delivered} delivered), ` +
    `${counts.skipped} skipped, ${counts.invalid} invalid.`,
);
console.log('Why one of them? npx loop-adapters explain --config examples/loop.config.json examples/FILE');
await sandbox.close();
if (counts.delivered < counts.ready) process.exitCode = 1;

function count(outcome, result) {
  counts.events += 1;
  counts[outcome.status] += 1;
  if (result?.status === 'delivered') counts.delivered += 1;
  for (const { code, message } of causesOf(outcome)) messages.set(code, message);
}

/** The event's name as Loop would get it: one that holds personal data is not shown either. */
function nameOf(parameters) {
  const named = parameters.filter(({ parameter }) => parameter === 'event' || parameter === 'name');
  const isLeftOut = named.some(({ tried }) => tried.some(({ result }) => result === 'refused'));
  return named.find(({ value }) => value !== null)?.value ?? (isLeftOut ? '(left out)' : '–');
}

/** One event: its name, its type, what became of it, and why. */
function row(event, name, outcome, result) {
  const causes = causesOf(outcome).map(({ code }) => code);
  const said = result === null ? causes.join(', ') : result.status;
  const status = paint(colorOf[outcome.status], outcome.status.padEnd(7));
  return `  ${cut(name, 34)}  ${cut(String(event.type), 8)}  ${status}  ${said}`;
}

function causesOf(outcome) {
  if (outcome.status === 'ready') return [];
  return outcome.status === 'skipped' ? [outcome.reason] : outcome.problems;
}

/** The richest request: the one with the most parameters, one parameter a line. */
function arrival() {
  const [richest] = [...sandbox.requests()].sort((a, b) => Object.keys(b.params).length - Object.keys(a.params).length);
  const [path, query] = richest.url.split('?');
  const pairs = query.split('&').map((pair, index) => `      ${index === 0 ? '?' : '&'}${pair}`);
  return [`  GET ${path}`, ...pairs, `  answered ${richest.answer.status}`].join('\n');
}

/** Fills or cuts a text to a width; a Chinese or Japanese character takes two places. */
function cut(text, width) {
  const places = (part) =>
    part.replaceAll(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g, 'xx').length;
  if (places(text) <= width) return text + ' '.repeat(width - places(text));
  return `${text.slice(0, width - 1)}…`;
}

function wrap(text, indent) {
  const lines = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.length + word.length > 98) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()].join('\n');
}
