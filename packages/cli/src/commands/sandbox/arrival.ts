import type { Arrival } from '@loop-adapters/delivery/sandbox';

import type { Colors } from '../../terminal/colors.js';
import { clip, pad, printable } from '../../terminal/layout.js';

const nameWidth = 34;

/** A request that came to the sandbox: one line, and one more for each problem. */
export function formatArrival({ receivedAtMs, params, answer }: Arrival, colors: Colors): string[] {
  const time = new Date(receivedAtMs).toTimeString().slice(0, 8);
  const isAccepted = answer.status !== null && answer.status >= 200 && answer.status < 300;
  const status = (isAccepted ? colors.green : colors.red)(String(answer.status ?? 'cut'));
  const name = printable(params['value[event]'] ?? '(no name)');
  const about = [params['device_type'], params['ct'], params['app']].filter((part) => part !== undefined);
  const fault = answer.fault === null ? '' : colors.yellow(` made to fail: ${answer.fault}`);
  return [
    `${colors.dim(time)}  ${status}  ${pad(clip(name, nameWidth), nameWidth)}  ${printable(about.join(' · '))}${fault}`,
    ...answer.problems.map(({ code, message }) => `               ${colors.red(code)}  ${message}`),
  ];
}
