import type { Report } from '@loop-adapters/client';
import type { RSALogger } from '@rudderstack/analytics-js' with { 'resolution-mode': 'import' };

const levels = { sent: 'debug', skipped: 'info', invalid: 'warn', failed: 'warn' } as const;

/**
 * Tells the SDK's logger what became of events. The SDK hands its logger over with every call; reports may come later,
 * so the last one is kept.
 */
export function loggerReport(): { report: (report: Report) => void; useLogger: (logger: RSALogger) => void } {
  let logger: RSALogger | undefined;
  return {
    useLogger: (given) => {
      logger = given;
    },
    report: ({ type, status, code, message, remarks, failures }) => {
      const missing = failures.map(({ setting, reason }) => ` The function for "${setting}" ${sentences[reason]}.`);
      // Functions that fail are the app's fault, whatever became of the event.
      const level = failures.length > 0 ? 'warn' : levels[status];
      logger?.[level](`Loop: ${type} ${status} (${code}). ${message}${missing.join('')}`);
      if (status !== 'sent') return;
      for (const note of remarks) {
        logger?.debug(
          `Loop: ${type}: left out ${note.source ?? note.parameter ?? 'a value'} (${note.code}). ${note.message}`,
        );
      }
    },
  };
}

const sentences = { failed: 'failed', timed_out: 'did not answer in time' } as const;
