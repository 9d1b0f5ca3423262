import { relayEndpoint } from '../loop-api/endpoint.js';
import { checkEligibility } from './eligibility.js';
import type { EventType } from './event.js';
import type { Extraction } from './extract.js';
import type { Outcome, Problem } from './outcome.js';
import { createParameterReader } from './add-parameters.js';
import { RequestDraft } from '../request/draft.js';
import { Run } from './pass.js';
import type { Settings } from '../settings/settings.js';
import type { Tools } from './tools.js';
import type { Tracer } from './trace.js';
import { fitUrl } from './url-budget.js';
import { createValueReader } from './values/add-values.js';

/** What the adapter knows about an event besides its payload. */
export interface Known {
  /** IP address of the device, for instance of the connecting client. It is used if the event names none. */
  readonly ip?: string;
  /**
   * A context that is this event's too, such as the one beside the events of a batch: a key that the event's own
   * `context` lacks is read here. It is looked into, not copied, so it costs the same however large it is.
   */
  readonly context?: object;
}

/** Makes an outcome of an object and the paths to its values. */
export type Build = (
  type: EventType,
  root: object,
  extraction: Extraction,
  known: Known,
  tracer: Tracer | null,
) => Outcome;

/** Compiles the settings into the second half of a translator: fields to request. */
export function createBuild(settings: Settings, tools: Tools): Build {
  const endpoint = settings.relay === undefined ? settings.endpoint : relayEndpoint(settings.relay);
  const readParameters = createParameterReader(settings);
  const readValues = createValueReader(settings, tools);

  return (type, root, extraction, known, tracer) => {
    const { sources } = extraction;
    const run = new Run(root, extraction, tracer, known.context);
    const eligibility = checkEligibility(run, sources, settings);
    const { reason } = eligibility;
    if (reason !== null && tracer === null) return { status: 'skipped', reason, notes: run.notes };
    const notesBefore = run.notes.length;

    const draft = new RequestDraft(endpoint);
    const problems: Problem[] = [];
    const { country, apps } = readParameters(draft, run, sources, eligibility, known, problems);
    readValues(run, type, sources, country, draft);
    tracer?.found(draft.params);
    // Only `explain` comes this far with a skipped event, and its outcome is the one of `translate`.
    if (reason !== null) return { status: 'skipped', reason, notes: run.notes.slice(0, notesBefore) };
    if (problems.length > 0) return { status: 'invalid', problems, notes: run.notes };
    const request = fitUrl(run, draft, apps, settings.maxUrlLength);
    return { status: 'ready', request, notes: run.notes };
  };
}
