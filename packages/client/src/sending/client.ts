import {
  createTranslator,
  faultOf,
  notForLoop,
  parameters,
  type Explanation,
  type Outcome,
  type Tools,
} from '@loop-adapters/core/bare';
import { parseClientSettings, type ClientSettings } from '../settings/client-settings.js';
import { createConsentReader, isPlainConsent, type Consent } from '../host/consent.js';
import { andThen, isThenable, type Eventual } from '../host/eventual.js';
import { createHostValues } from '../host/host-values.js';
import { readModelHint, readPageFacts, type PageFacts } from '../page/page-facts.js';
import { composePayload } from '../payload/payload.js';
import { countryNames, createCountryReader } from './country-names.js';
import { createPart, runWithParts } from './part.js';
import { thisRealm, type Realm } from '../host/realm.js';
import type { DeliveryCode, HostFailure, Report } from './report.js';
import { createReporter } from './reporter.js';
import { createSender } from './sender.js';
import { sourcesWith } from '../payload/sources-with.js';
import { createTimeLimit } from '../host/time-limit.js';

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

/** Everything that an event has to wait for. */
interface Facts {
  readonly payload: object;
  readonly failures: readonly HostFailure[];
}

interface Page {
  readonly facts: PageFacts;
  model: Eventual<string | null>;
}

/**
 * Compiles settings into a client.
 * @throws SettingsError that lists every problem of the settings.
 */
export function createClient(settings: ClientSettings, tools: ClientTools): Client {
  const {
    core,
    sources,
    consent: consentSetting,
    deniedListIsComplete,
    valueTimeoutMs,
    queueSize,
    imageFallback,
  } = parseClientSettings(settings);
  const { realm = thisRealm, random, report, sha256, sha512 } = tools;
  const limit = createTimeLimit(realm, valueTimeoutMs);
  const values = createHostValues(sources, limit);
  const consent = createConsentReader(consentSetting, limit);
  const phone = createPart('phone parser', () => import('@loop-adapters/core/phone'));
  const names = createCountryReader();
  const parts = [phone, names.part];
  const paths = sourcesWith(parameters, core.sources ?? {});
  const translator = createTranslator(
    { ...core, consent: { required: consent.required, deniedListIsComplete }, sources: paths },
    {
      sha256,
      sha512,
      normalizePhone: (text, country) => phone.need()?.normalizePhone(text, country) ?? null,
      countries: names.countries,
    },
  );
  const reporter = createReporter({ report, places: paths, isConsentPlain: isPlainConsent(consentSetting), limit });
  const guessesCountry = core.country === undefined && !sources.has('country') && core.guess?.timezone !== false;
  const idPaths = (paths.uid ?? []).filter((path) => path !== 'settings.advertisingId');
  const sender = createSender(realm, { queueSize, imageFallback, ...(random === undefined ? {} : { random }) });
  let page: Page | null = null;
  /** The last event that waits; events keep their order. */
  let last: PromiseLike<void> | null = null;

  function readPage(): Page {
    if (page !== null) return page;
    const hint = readModelHint(realm);
    const read: Page = { facts: readPageFacts(realm), model: isThenable(hint) ? limit.race(hint, null) : hint };
    if (isThenable(read.model)) {
      void read.model.then((known) => {
        read.model = known;
      });
    }
    page = read;
    return read;
  }

  /** Asks everybody at once. */
  function gather(event: object): Eventual<Facts> {
    const { facts, model } = readPage();
    const asked = values.read();
    const granted = consent.read();
    return andThen(model, (modelHint) =>
      andThen(asked, (answers) =>
        andThen(granted, (answer) => ({
          payload: composePayload({ event, page: facts, model: modelHint, answers, consent: answer }, idPaths),
          failures: failuresOf(answers, answer),
        })),
      ),
    );
  }

  /** Never throws, never rejects. */
  function process(event: object): Eventual<void> {
    const broken = (): void => {
      deliver(event, faultOf(event), []);
    };
    try {
      const skipped = notForLoop(event);
      if (skipped !== null) {
        deliver(event, skipped, []);
        return undefined;
      }
      const done = andThen(gather(event), ({ payload, failures }) =>
        andThen(
          runWithParts(parts, limit, () => translator.translate(payload), isFinal),
          ({ result, missing }) => {
            const all = [...failures, ...missing.map((setting) => ({ setting, reason: 'failed' }) as const)];
            // Its country would be a lesser source's, and its phone would be read with that.
            if (missing.includes(countryNames)) tell(event, result, 'part_missing', all);
            else deliver(event, result, all);
          },
        ),
      );
      return isThenable(done) ? done.then(undefined, broken) : done;
    } catch {
      broken();
    }
  }

  function deliver(event: object, outcome: Outcome, failures: readonly HostFailure[]): void {
    if (outcome.status !== 'ready') tell(event, outcome, null, failures);
    else {
      sender.send(outcome.request.url, (code) => {
        tell(event, outcome, code, failures);
      });
    }
  }

  function tell(
    event: object,
    outcome: Outcome,
    delivery: DeliveryCode | null,
    failures: readonly HostFailure[],
  ): void {
    reporter.tell({ type: typeOf(event), outcome, delivery, failures });
  }

  return {
    start() {
      // First, so that what was waiting for an answer is on its way when the sender sends what it has.
      realm.addEventListener?.('pagehide', limit.hurry);
      realm.addEventListener?.('pageshow', limit.calm);
      sender.start();
      const { facts } = readPage();
      values.read();
      // Every event will ask for it, unless it names its country by itself.
      if (guessesCountry && facts.timezone !== null) void names.part.load();
    },
    stop() {
      realm.removeEventListener?.('pagehide', limit.hurry);
      realm.removeEventListener?.('pageshow', limit.calm);
      sender.stop();
    },
    send(event) {
      const run = (): Eventual<void> => process(event);
      const done = last === null ? run() : last.then(run);
      if (!isThenable(done)) return;
      const waiting: PromiseLike<void> = done.then(() => {
        if (last === waiting) last = null;
      });
      last = waiting;
    },
    async explain(event) {
      const { payload } = await gather(event);
      const { result, missing } = await runWithParts(
        parts,
        limit,
        () => translator.explain(payload),
        () => false,
      );
      if (missing.length > 0) throw new Error(`This could not be loaded: ${missing.join(', ')}. Try again.`);
      return reporter.describe(result);
    },
    reset: values.reset,
  };
}

/** Whether the parts that an outcome was made without can't change it: it is skipped, or invalid whatever they say. */
function isFinal(outcome: Outcome, missed: readonly string[]): boolean {
  if (outcome.status === 'ready') return false;
  const needsCountry = outcome.status === 'invalid' && outcome.problems.some(({ parameter }) => parameter === 'ct');
  return !(needsCountry && missed.includes(countryNames));
}

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
