import { createTranslator, type SettingsInput } from '@loop-adapters/core';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const examples = join(__dirname, '../examples');
const readJson = (file: string): unknown => JSON.parse(readFileSync(join(examples, file), 'utf8'));

/** What the demo has to say last: the translator's outcomes of every event, with what a relay on this machine knows. */
function expectedSum(): string {
  const translator = createTranslator(readJson('loop.config.json') as SettingsInput);
  const outcomes = readdirSync(examples)
    .filter((file) => file.endsWith('.json') && file !== 'loop.config.json')
    .flatMap((file) => readJson(file) as unknown[])
    .map((event) => translator.translate(event, { ip: '127.0.0.1' }).status);
  const [ready, skipped, invalid] = ['ready', 'skipped', 'invalid'].map((status) =>
    String(outcomes.filter((outcome) => outcome === status).length),
  );
  return `${String(outcomes.length)} events: ${ready!} delivered, ${skipped!} skipped, ${invalid!} invalid.`;
}

/** Runs the demo until it ends, or until it has printed its sum and was told to stop. */
async function runDemo(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const demo = spawn(process.execPath, [join(__dirname, 'demo.mjs'), ...args]);
  const exited = once(demo, 'exit') as Promise<[number]>;
  let printed = '';
  demo.stdout.setEncoding('utf8');
  for await (const chunk of demo.stdout as AsyncIterable<string>) {
    printed += chunk;
    if (args.includes('--keep') && printed.endsWith(' invalid.\n')) demo.kill('SIGINT');
  }
  const [code] = await exited;
  return { code, lines: printed.trimEnd().split('\n') };
}

it('says first what is sent where and why some are not, and last how many of each there were', async () => {
  const { code, lines } = await runDemo();
  const opening = lines.slice(0, lines.indexOf('')).join(' ');
  expect({ code, opening, sum: lines.at(-1) }).toEqual({
    code: 0,
    opening:
      "Segment's SDK sends the events of examples/ to a relay on this machine, which checks each one and delivers it " +
      'to a stand-in for Loop, on this machine too. The skipped and the invalid ones are there on purpose: they show ' +
      'what must not go to Loop, and what Loop would refuse.',
    sum: expectedSum(),
  });
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});

it('goes on until Ctrl-C with --keep', async () => {
  const { code, lines } = await runDemo('--keep');
  expect({ code, sum: lines.at(-1) }).toEqual({ code: 0, sum: expectedSum() });
  expect(lines).toContain('The relay and the stand-in go on running. Ctrl-C ends them.');
});
