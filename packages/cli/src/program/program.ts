import { Command, CommanderError, Option } from 'commander';

import { DeadLetterFileError } from '../commands/dead-letters/dead-letter-file.js';
import type { LetterAction } from '../commands/dead-letters/dead-letters.js';
import { placeOptions } from '../commands/dead-letters/place-options.js';
import { exitCodes, type ExitCode } from '../terminal/exit-code.js';
import type { Io } from '../terminal/io.js';
import type { GivenOption } from '../settings/apply-options.js';
import type { FlagValues } from '../settings/load-settings.js';
import { serveOptions } from '../commands/serve/serve-options.js';
import { settingOptions } from '../settings/setting-options.js';
import { UsageError } from '../terminal/usage-error.js';

type Action = (paths: readonly string[], flags: FlagValues, io: Io) => Promise<ExitCode>;

/**
 * What each command does. It is loaded when the command runs: `--help` costs what Node costs, and `explain` loads neither
 * a server nor a queue.
 */
const actions = {
  explain: async (): Promise<Action> => (await import('../commands/explain/explain.js')).explain,
  translate: async (): Promise<Action> => (await import('../commands/translate/translate.js')).translate,
  send: async (): Promise<Action> => (await import('../commands/send/send.js')).send,
};

const examples = `
Examples:
  loop-adapters explain event.json            why did (or didn't) this event arrive?
  loop-adapters translate events.ndjson       what would Loop get? Nothing is sent
  loop-adapters send events.ndjson.gz         send a file
  cat events.ndjson | loop-adapters send -    send a pipe
  loop-adapters sandbox                       a Loop of your own to try things on
  loop-adapters serve --write-key MY-APP      run the relay for your apps

Settings come from flags, then the environment (LOOP_SOURCE_HASH, LOOP_COUNTRY, …), then
loop.config.json in the current directory. A source hash is never printed.

Exit codes: 0 all well, 1 some events were not delivered, 2 wrong usage or settings.
`;

const fileHelp = 'JSON, a JSON array or NDJSON, also gzipped; a directory; - for a pipe';

/**
 * Runs the command line once.
 *
 * @param args what stands behind the program's name
 * @param version the package's own, for `--version`
 * @returns the process's exit code; it never throws for what a user can do wrong
 */
export async function runProgram(args: readonly string[], io: Io, version: string): Promise<ExitCode> {
  let result: ExitCode = exitCodes.ok;
  const program = createProgram(io, version, (code) => {
    result = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return result;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    if (error instanceof UsageError) {
      io.stderr.write(`${error.message}\n`);
      return exitCodes.usage;
    }
    if (error instanceof DeadLetterFileError) {
      io.stderr.write(`${error.message}\n`);
      return exitCodes.undelivered;
    }
    throw error;
  }
}

function createProgram(io: Io, version: string, finish: (code: ExitCode) => void): Command {
  const program = new Command('loop-adapters')
    .description('Sends app events to the Loop Mobile API, and says why one would not arrive.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', examples)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => Math.min(io.stdout.columns ?? 100, 100),
      getErrHelpWidth: () => Math.min(io.stderr.columns ?? 100, 100),
    });

  const run =
    (load: () => Promise<Action>) =>
    async (paths: string[], flags: FlagValues): Promise<void> => {
      const action = await load();
      finish(await action(paths, flags, io));
    };

  addSettings(
    program
      .command('explain')
      .summary('show, for each event, what Loop gets, where it came from, and why not')
      .description('Shows for each event what Loop would get, where every value came from, and why not. Sends nothing.')
      .argument('[files...]', fileHelp)
      .option('--only <status>', 'show only events that are ready, skipped or invalid')
      .option('--limit <count>', 'stop after so many events')
      .option('--json', 'one JSON line per event'),
  ).action(run(actions.explain));

  addSettings(
    program
      .command('translate')
      .summary('dry run: one JSON line per event, nothing is sent')
      .description('Dry run: prints one JSON line per event, and a summary on standard error. Sends nothing.')
      .argument('[files...]', fileHelp),
  ).action(run(actions.translate));

  addSettings(
    program
      .command('send')
      .summary('send events to Loop, and keep what does not get through')
      .description(
        "Sends events to Loop. What Loop refuses, or can't be reached for, goes to a dead-letter file, " +
          'which --retry sends again. Loop has no event time: it takes every event as happening now.',
      )
      .argument('[files...]', fileHelp)
      .option('--journal <file>', 'keep what is done in a file: started again, the command goes on where it was')
      .option('--retry <file>', 'send a dead-letter file again; what is left stays in it')
      .option('--dead-letters <file>', 'where to keep what does not get through (default: a new file here)')
      .option('--skip <count>', 'pass over so many events: those of a run that was stopped')
      .option('--rate <number>', 'most requests per second (default: as fast as Loop answers)')
      .option('--concurrency <number>', 'most requests at once (default: 32)')
      .option('--attempts <number>', 'most tries for one request (default: 8)')
      .option('--timeout <ms>', 'how long to wait for an answer, in milliseconds (default: 10000)')
      .option('--json', 'print the summary as JSON'),
  ).action(run(actions.send));

  program
    .command('sandbox')
    .summary('run a stand-in for Loop on this machine')
    .description(
      'Runs a stand-in for Loop on this machine: it checks every request against the public contract of the ' +
        'Loop Mobile API, answers 200, or 400 with the problems as JSON, and prints what arrives. It stands in for ' +
        'that contract and is not Loop: what it accepts, Loop may still refuse.',
    )
    .option('--port <number>', 'port to listen on; 0 takes a free one (default: 8765)')
    .option('--fail <rate>', 'answer this part of the requests with 500, from 0 to 1')
    .option('--throttle <rps>', 'answer what is over so many requests per second with 429 and Retry-After')
    .option('--latency <ms>', 'take so long for each answer, in milliseconds')
    .option('--accept <hash>', 'accept this source hash only (may be given more than once)', collect)
    .option('--json', 'print one JSON line per request')
    .action(async (flags: FlagValues) => {
      const { sandbox } = await import('../commands/sandbox/sandbox.js');
      finish(await sandbox(flags, io));
    });

  const serving = program
    .command('serve')
    .summary('run the relay: take events over HTTP, keep them, deliver them to Loop')
    .description(
      'Runs the relay until Ctrl-C: it takes the HTTP calls of Segment and RudderStack, fills in the source hash and ' +
        'the IP address, keeps every event on disk, and delivers it to Loop. Log lines go to standard output as JSON.',
    );
  addOptions(serving, serveOptions);
  addSettings(serving).action(async (flags: FlagValues) => {
    const { serve } = await import('../commands/serve/serve.js');
    finish(await serve(flags, io));
  });

  const letters = program
    .command('dead-letters')
    .summary('list, show, send again or delete what was given up')
    .description(
      'Deals with the dead letters of a relay or of a journal of send: the events that Loop refused, or that ' +
        'waited too long. The relay may be running.',
    )
    .helpCommand(false);
  for (const [action, description] of letterActions) {
    const command = letters.command(action).description(description).argument('[keys...]', 'keys, as list prints them');
    addOptions(command, placeOptions);
    if (action !== 'show') {
      command
        .option('--code <code>', 'only those with this reason, such as refused (may be given more than once)', collect)
        .option('--since <date>', 'only those given up at this date or later: 2026-03-01, or 2026-03-01T12:00')
        .option('--until <date>', 'only those given up before this date');
    }
    if (action === 'retry' || action === 'drop') command.option('--all', 'all of them');
    else command.option('--json', 'one JSON line per dead letter');
    command.action(async (keys: string[], flags: FlagValues) => {
      const { deadLetters } = await import('../commands/dead-letters/dead-letters.js');
      finish(await deadLetters(action, keys, flags, io));
    });
  }

  const checking = program
    .command('doctor')
    .summary('check the settings, the source hashes, the books of a queue')
    .description(
      'Checks the settings and says which source hashes are set. They are shown masked. With --queue or --redis it ' +
        'counts what is in the queue and whether the books balance; the relay should be at rest.',
    )
    .option('--online', 'ask Loop whether it knows the source hashes')
    .option('--json', 'print the findings as JSON');
  addOptions(checking, placeOptions);
  addSettings(checking).action(async (flags: FlagValues) => {
    const { doctor } = await import('../commands/doctor/doctor.js');
    finish(await doctor(flags, io));
  });

  return program;
}

function addOptions(command: Command, options: readonly GivenOption[]): void {
  for (const { flag, description, variable } of options) {
    if (flag !== null) command.option(flag, variable === null ? description : `${description} [${variable}]`);
  }
}

const letterActions: readonly (readonly [LetterAction, string])[] = [
  ['list', 'Lists the dead letters, the oldest first.'],
  ['show', 'Shows dead letters in full, hashes shortened.'],
  ['retry', 'Puts dead letters back into the queue: the relay, or the next send --journal, sends them.'],
  ['drop', 'Deletes dead letters for good.'],
];

/** Every command that translates takes the same settings. */
function addSettings(command: Command): Command {
  command.addOption(new Option('--config <file>', "settings' file (default: loop.config.json)").helpGroup('Settings:'));
  for (const { flag, description, variable, kind } of settingOptions) {
    const option = new Option(flag, variable === null ? description : `${description} [${variable}]`);
    if (kind === 'sources') option.argParser(collect);
    command.addOption(option.helpGroup('Settings:'));
  }
  return command;
}

function collect(value: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), value];
}
