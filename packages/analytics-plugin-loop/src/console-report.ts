import type { Report } from '@loop-adapters/client';

/** As much of a console as is used. */
export interface Console {
  info(text: string): void;
  warn(text: string): void;
}

/**
 * Tells a console what became of events: each cause once, because a page sends many events. What was sent whole is not
 * mentioned.
 */
export function consoleReport(console: Console | undefined): (report: Report) => void {
  const told = new Set<string>();
  return ({ type, status, code, message, remarks, failures }) => {
    const late = failures.map(({ setting, reason }) => ` ${setting}: ${reason}.`).join('');
    const isProblem = status === 'invalid' || status === 'failed' || failures.length > 0;
    const lines =
      status === 'sent' && code === 'accepted' && late === '' ? [] : [`${type} ${status} (${code}). ${message}${late}`];
    if (status === 'sent') {
      lines.push(
        ...remarks.map((note) => `left out ${note.source ?? note.parameter ?? ''} (${note.code}). ${note.message}`),
      );
    }
    for (const line of lines) {
      if (told.has(line)) continue;
      told.add(line);
      console?.[isProblem ? 'warn' : 'info'](`Loop: ${line}`);
    }
  };
}
