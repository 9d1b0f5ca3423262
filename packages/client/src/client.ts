import {
  createTranslator,
  parameters,
  type Explanation,
  type Outcome,
  type Problem,
  type Tools,
} from '@loop-adapters/core/bare';
import { parseClientSettings, type ClientSettings } from './client-settings.js';
import { ConsentReader, type Consent } from './consent.js';
import { deliveryCodes } from './delivery.js';
import { andThen, isThenable, type Eventual } from './eventual.js';
import { HostValues } from './host-values.js';
import { readModelHint, readPageFacts, type PageFacts } from './page-facts.js';
import { composePayload } from './payload.js';
import { PhoneParser } from './phone-parser.js';
import { thisRealm, type Realm } from './realm.js';
import type { HostFailure, Report } from './report.js';
import { Sender } from './sender.js';
import { sourcesWith } from './sources-with.js';
import { TimeLimit } from './time-limit.js';

/** Loop inside an app. */
export interface Client {
  /**
   * Begins: asks the host app for its values, so that they are there when the first event comes, and listens to the
   * page. Without it everything works too, only later.
   */
  start(): void;
  /** Ends the listening. */
  stop(): void;
  /**
   * Sends one event. Never throws, and never keeps the caller waiting: what becomes of the event is told to `report`.
   * If everything is known, the request leaves before this returns, so that it survives a navigation right after.
   * @param event a `track`, `identify`, `screen` or `page` payload in Segment's form, with what the app knows in
   *   `context`
   */
  send(event: object): void;
  /** What would be sent for an event, where every value comes from, and why not, if not. Nothing is sent. */
  explain(event: object): Promise<Explanation>;
  /** Forgets the host app's values, so that its functions are asked again: another person may be there. */
  reset(): void;
}

/** What a client takes from outside. */
export interface ClientTools extends Pick<Tools, 'sha256' | 'sha512'> {
  /** Told once for every event what became of it. */
  readonly report: (report: Report) => void;
  /** Where the code runs; the global object if left out. */
  readonly realm?: Realm;
  /** A random number from 0 up to, not including, 1; `Math.random` if left out. */
  readonly random?: () => number;
}

/**
 * Compiles settings into a client.
 * @throws SettingsError that lists every problem of the settings.
 */
export function createClient(settings: ClientSettings, tools: ClientTools): Client {
  return new AppClient(settings, tools);
}

/** Everything that an event has to wait for. */
interface Facts {
  readonly payload: object;
  readonly failures: readonly HostFailure[];
}

class AppClient implements Client {
  private readonly realm: Realm;
  private readonly limit: TimeLimit;
  private readonly values: HostValues;
  private readonly consent: ConsentReader;
  private readonly phone: PhoneParser;
  private readonly translator: ReturnType<typeof createTranslator>;
  private readonly sender: Sender;
  private readonly idPaths: readonly string[];
  private page: { readonly facts: PageFacts; model: Eventual<string | null> } | null = null;
  /** The last event that waits; events keep their order. */
  private last: PromiseLike<void> | null = null;

  constructor(
    settings: ClientSettings,
    private readonly tools: ClientTools,
  ) {
    const { core, sources, consent, valueTimeoutMs, queueSize, imageFallback } = parseClientSettings(settings);
    this.realm = tools.realm ?? thisRealm;
    this.limit = new TimeLimit(this.realm, valueTimeoutMs);
    this.values = new HostValues(sources, this.limit);
    this.consent = new ConsentReader(consent, this.limit);
    this.phone = new PhoneParser(
      () => import('@loop-adapters/core/phone').then(({ readPhone }) => readPhone),
      this.limit,
    );
    const all = sourcesWith(parameters, core.sources ?? {});
    this.translator = createTranslator(
      { ...core, consent: { required: [...this.consent.required] }, sources: all },
      { sha256: tools.sha256, sha512: tools.sha512, readPhone: this.phone.readPhone },
    );
    this.idPaths = (all.uid ?? []).filter((path) => path !== 'settings.advertisingId');
    const random = tools.random === undefined ? {} : { random: tools.random };
    this.sender = new Sender(this.realm, { queueSize, imageFallback, ...random });
  }

  start(): void {
    // First, so that what was waiting for an answer is on its way when the sender sends what it has.
    this.realm.addEventListener?.('pagehide', this.limit.hurry);
    this.realm.addEventListener?.('pageshow', this.limit.calm);
    this.sender.start();
    this.readPage();
    this.values.read();
  }

  stop(): void {
    this.realm.removeEventListener?.('pagehide', this.limit.hurry);
    this.realm.removeEventListener?.('pageshow', this.limit.calm);
    this.sender.stop();
  }

  send(event: object): void {
    const run = (): Eventual<void> => this.process(event);
    const done = this.last === null ? run() : this.last.then(run);
    if (!isThenable(done)) return;
    const last: PromiseLike<void> = done.then(() => {
      if (this.last === last) this.last = null;
    });
    this.last = last;
  }

  async explain(event: object): Promise<Explanation> {
    const { payload } = await this.gather(event);
    const { result } = await this.phone.use(
      () => this.translator.explain(payload),
      () => false,
    );
    return result;
  }

  reset(): void {
    this.values.reset();
  }

  /** Never throws, never rejects. */
  private process(event: object): Eventual<void> {
    const broken = (): void => {
      this.report(event, { status: 'invalid', problems: [unreadableEvent], notes: [] }, []);
    };
    try {
      const done = andThen(this.gather(event), ({ payload, failures }) =>
        andThen(
          this.phone.use(
            () => this.translator.translate(payload),
            ({ status }) => status !== 'ready',
          ),
          ({ result, missing }) => {
            const all = missing ? [...failures, { setting: 'phone parser', reason: 'failed' } as const] : failures;
            this.deliver(event, result, all);
          },
        ),
      );
      return isThenable(done) ? done.then(undefined, broken) : done;
    } catch {
      // Only an event that fights being read (a proxy, say) comes here.
      broken();
    }
  }

  /** Asks everybody at once. */
  private gather(event: object): Eventual<Facts> {
    const { facts, model } = this.readPage();
    const values = this.values.read();
    const granted = this.consent.read();
    return andThen(model, (modelHint) =>
      andThen(values, (answers) =>
        andThen(granted, (consent) => ({
          payload: composePayload({ event, page: facts, model: modelHint, answers, consent }, this.idPaths),
          failures: failuresOf(answers, consent),
        })),
      ),
    );
  }

  private readPage(): { readonly facts: PageFacts; readonly model: Eventual<string | null> } {
    if (this.page !== null) return this.page;
    const model = readModelHint(this.realm);
    const page = { facts: readPageFacts(this.realm), model: isThenable(model) ? this.limit.race(model, null) : model };
    if (isThenable(page.model)) {
      void page.model.then((known) => {
        page.model = known;
      });
    }
    this.page = page;
    return page;
  }

  private deliver(event: object, outcome: Outcome, failures: readonly HostFailure[]): void {
    if (outcome.status !== 'ready') {
      this.report(event, outcome, failures);
      return;
    }
    this.sender.send(outcome.request.url, (code) => {
      const status = code === 'accepted' || code === 'unconfirmed' ? 'sent' : 'failed';
      this.tell({ type: typeOf(event), status, code, message: deliveryCodes[code], remarks: outcome.notes, failures });
    });
  }

  private report(
    event: object,
    outcome: Exclude<Outcome, { status: 'ready' }>,
    failures: readonly HostFailure[],
  ): void {
    const type = typeOf(event);
    if (outcome.status === 'skipped') {
      const { code, message } = outcome.reason;
      this.tell({ type, status: 'skipped', code, message, remarks: outcome.notes, failures });
      return;
    }
    const { problems } = outcome;
    const code = problems[0]?.code ?? 'invalid_event';
    const message = problems.map((problem) => problem.message).join(' ');
    this.tell({ type, status: 'invalid', code, message, remarks: [...problems, ...outcome.notes], failures });
  }

  private tell(report: Report): void {
    try {
      this.tools.report(report);
    } catch {
      // What the app does with a report is no reason to lose an event.
    }
  }
}

const unreadableEvent: Problem = {
  code: 'invalid_event',
  parameter: null,
  source: null,
  message: 'The event could not be read. Send a plain object.',
};

function failuresOf(
  answers: ReadonlyMap<string, { readonly failure: HostFailure['reason'] | null }>,
  consent: Consent,
): HostFailure[] {
  const failures: HostFailure[] = [];
  for (const [setting, { failure }] of answers) if (failure !== null) failures.push({ setting, reason: failure });
  if (consent.failure !== null) failures.push({ setting: 'consent', reason: consent.failure });
  return failures;
}

function typeOf(event: object): string {
  try {
    const { type } = event as { readonly type?: unknown };
    return typeof type === 'string' ? type.slice(0, 32) : '';
  } catch {
    return '';
  }
}
