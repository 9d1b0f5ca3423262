import { exitCodes, type ExitCode } from '../../terminal/exit-code.js';
import type { Io } from '../../terminal/io.js';
import { colorsFor } from '../../terminal/colors.js';
import { checkQueue } from './check-queue.js';
import { formatFindings, type Finding } from '../../terminal/findings.js';
import { LineOutput } from '../../terminal/line-output.js';
import { checkSourceHashes } from '../../settings/check-source-hashes.js';
import { describeSettings } from '../../settings/describe-settings.js';
import type { FlagValues } from '../../settings/load-settings.js';
import { readCommandSettings } from '../../settings/command-settings.js';

/**
 * Checks the settings and says what is set and where it came from; with
 * `--online`, asks Loop whether it knows the source hashes.
 *
 * @returns 0 if everything is well, 1 if Loop could not be reached, 2 if
 *   something has to be put right
 * @throws UsageError if the settings can't be used
 */
export async function doctor(flags: FlagValues, io: Io): Promise<ExitCode> {
  const { loaded, translator } = await readCommandSettings(flags, io);
  const findings: Finding[] = describeSettings(translator.settings, loaded);
  if (flags['online'] === true) findings.push(...(await checkSourceHashes(translator.settings)));

  if (['queue', 'redis', 'queueName'].some((flag) => flags[flag] !== undefined))
    findings.push(await checkQueue(flags, io));

  const out = new LineOutput(io.stdout);
  if (flags['json'] === true) await out.write(JSON.stringify(findings));
  else for (const line of formatFindings(findings, colorsFor(io.stdout, io.environment))) await out.write(line);
  await out.flush();
  return exitCodeOf(findings);
}

function exitCodeOf(findings: readonly Finding[]): ExitCode {
  if (findings.some(({ state }) => state === 'wrong')) return exitCodes.usage;
  return findings.some(({ state }) => state === 'unknown') ? exitCodes.undelivered : exitCodes.ok;
}
