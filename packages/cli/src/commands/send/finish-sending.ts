import { exitCodes, type ExitCode } from '../../terminal/exit-code.js';
import type { Io } from '../../terminal/io.js';
import { colorsFor } from '../../terminal/colors.js';
import { layoutWidth } from '../../terminal/layout.js';
import { LineOutput } from '../../terminal/line-output.js';
import { formatSendSummary, sendSummaryJson } from './send-summary.js';
import { hasUndelivered, type SendReport } from './send-report.js';
import { finishOutput, noEvents } from '../../terminal/finish.js';

/** Prints what became of a run of `send`, and says with which code it ends. */
export async function finishSending(
  report: SendReport,
  json: boolean,
  messages: LineOutput,
  io: Io,
): Promise<ExitCode> {
  const { counts, goOn } = report;
  const out = new LineOutput(io.stdout);
  if (json) {
    await out.write(JSON.stringify(sendSummaryJson(report)));
  } else if (counts.events > 0 || goOn !== null) {
    const width = layoutWidth(io.stdout.columns);
    for (const line of formatSendSummary(report, width, colorsFor(io.stdout, io.environment))) await out.write(line);
  }
  // Nobody has to read the summary for the events to be delivered, so a reader that has gone changes nothing.
  await finishOutput(out, messages);
  if (counts.events === 0 && goOn === null) return await noEvents(messages);
  return hasUndelivered(report) ? exitCodes.undelivered : exitCodes.ok;
}
