import type { Describe, Explanation, Note, Outcome, Problem, Reason } from '@loop-adapters/core/bare';
import type { TimeLimit } from '../host/time-limit.js';
import { createPart } from './part.js';
import type { DeliveryCode, HostFailure, Report } from './report.js';

/** What became of one event, in codes: its sentences are empty. */
export interface Result {
  readonly type: string;
  readonly outcome: Outcome;
  /** What became of the request, if there was one. */
  readonly delivery: DeliveryCode | null;
  readonly failures: readonly HostFailure[];
}

/** Tells the app what became of events, in sentences. They are loaded when the first one is needed. */
export interface Reporter {
  /** Reports come in the order of the calls. Never throws. */
  readonly tell: (result: Result) => void;
  /** An explanation with its sentences. Never rejects. */
  readonly describe: (explanation: Explanation) => Promise<Explanation>;
}

/** Makes the sentences of codes. */
interface Sentences {
  readonly inEnglish: Describe;
  readonly deliveryCodes: Readonly<Record<DeliveryCode, string>>;
  readonly refusedConsent: string;
}

/** What became of most events: nothing has to be loaded to say so. */
const acceptedSentence = 'Loop took the event.';

/** In place of sentences that did not come. */
const lost = 'The sentence of this code could not be loaded. docs/reference/codes.md has it.';

/** What a reporter has to know. */
interface ReporterFacts {
  /** The app's own function; what it throws is no reason to lose an event. */
  readonly report: (report: Report) => void;
  /** The paths into an event that are tried, by parameter. */
  readonly places: Readonly<Record<string, readonly string[]>>;
  /** Whether the app says by itself whether the person agrees. */
  readonly isConsentPlain: boolean;
  readonly limit: TimeLimit;
}

export function createReporter({ report, places, isConsentPlain, limit }: ReporterFacts): Reporter {
  const part = createPart<Sentences>('sentences', () => import('./sentences.js'));
  /** The last report that waits for sentences. */
  let last: Promise<void> | null = null;

  async function load(): Promise<Sentences | null> {
    await limit.race(part.load(), false);
    return part.need();
  }

  function describeOutcome(outcome: Outcome, sentences: Sentences | null): Outcome {
    const describe = <T extends Reason | Problem | Note>(remark: T): T => ({
      ...remark,
      message: sentences === null ? lost : sentenceOf(remark, sentences),
    });
    const notes = outcome.notes.map(describe);
    switch (outcome.status) {
      case 'ready':
        return { ...outcome, notes };
      case 'skipped':
        return { ...outcome, reason: describe(outcome.reason), notes };
      case 'invalid':
        return { ...outcome, problems: outcome.problems.map(describe), notes };
    }
  }

  function sentenceOf(remark: Reason | Problem | Note, { inEnglish, refusedConsent }: Sentences): string {
    return isConsentPlain && remark.code === 'consent_missing'
      ? refusedConsent
      : inEnglish(remark, places[remark.parameter ?? '']);
  }

  function tellNow({ type, outcome, delivery, failures }: Result, sentences: Sentences | null): void {
    try {
      report({ type, ...read(describeOutcome(outcome, sentences), delivery, sentences), failures });
    } catch {
      // What the app does with a report is its own business.
    }
  }

  return {
    tell(result) {
      const needsNone = result.delivery === 'accepted' && result.outcome.notes.length === 0;
      const sentences = needsNone ? null : part.need();
      if (last === null && (needsNone || sentences !== null)) {
        tellNow(result, sentences);
        return;
      }
      const waiting = Promise.all([needsNone ? null : load(), last]).then(([loaded]) => {
        tellNow(result, loaded);
        if (last === waiting) last = null;
      });
      last = waiting;
    },
    async describe(explanation) {
      return { ...explanation, outcome: describeOutcome(explanation.outcome, await load()) };
    },
  };
}

/** What a report says of an outcome that has its sentences. */
function read(
  outcome: Outcome,
  delivery: DeliveryCode | null,
  sentences: Sentences | null,
): Pick<Report, 'status' | 'code' | 'message' | 'remarks'> {
  const { notes } = outcome;
  if (delivery === null && outcome.status === 'skipped') {
    const { code, message } = outcome.reason;
    return { status: 'skipped', code, message, remarks: notes };
  }
  if (delivery === null && outcome.status === 'invalid') {
    const { problems } = outcome;
    const message = problems.map((problem) => problem.message).join(' ');
    return { status: 'invalid', code: problems[0]?.code ?? 'invalid_event', message, remarks: [...problems, ...notes] };
  }
  const code = delivery ?? 'unconfirmed';
  const status = code === 'accepted' || code === 'unconfirmed' ? 'sent' : 'failed';
  const message = code === 'accepted' ? acceptedSentence : (sentences?.deliveryCodes[code] ?? lost);
  return { status, code, message, remarks: notes };
}
