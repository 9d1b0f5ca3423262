import { requestEndpoint } from '../request/source-hash.js';
import type { Settings } from '../settings/settings.js';
import { addNotesOfForm } from './add-notes-of-form.js';
import { createAddParameters } from './add-parameters.js';
import { checkEligibility } from './eligibility.js';
import type { EventType } from './event-payload.js';
import type { Extraction } from './extract.js';
import type { Known } from './known.js';
import type { Outcome } from './outcome.js';
import { Pass } from './pass.js';
import { noSentence, type Tools } from './tools.js';
import type { Tracer } from './trace.js';
import { fitUrl } from './url-budget.js';
import { createAddValues } from './values/add-values.js';

/** Makes an outcome of an object that the values stand in. */
export type Build = (type: EventType, root: object, known: Known, tracer: Tracer | null) => Outcome;

/**
 * Compiles the settings into the way of an event: may it be sent, its parameters, its values, the URL budget.
 *
 * @param extraction where the values stand: in an event, or in fields that an adapter extracted
 */
export function createBuild(settings: Settings, extraction: Extraction, tools: Tools): Build {
  const endpoint = requestEndpoint(settings);
  const { sources } = extraction;
  const addParameters = createAddParameters(settings, sources, tools.countries);
  const addValues = createAddValues(settings, sources, tools);
  const describe = tools.describe ?? noSentence;

  return (type, root, known, tracer) => {
    const pass = new Pass({ type, root, extraction, known, endpoint, describe, tracer });
    const { notes, problems } = pass;
    addNotesOfForm(pass, sources);
    const eligibility = checkEligibility(pass, sources, settings);
    const { reason } = eligibility;
    if (reason !== null && tracer === null) return { status: 'skipped', reason, notes };
    const notesBefore = notes.length;

    const country = addParameters(pass, eligibility);
    addValues(pass, country);
    tracer?.found(pass.draft.params);
    // Only `explain` comes this far with a skipped event, and its outcome is the one of `translate`.
    if (reason !== null) return { status: 'skipped', reason, notes: notes.slice(0, notesBefore) };
    if (problems.length > 0) return { status: 'invalid', problems, notes };
    return { status: 'ready', request: fitUrl(pass, settings.maxUrlLength), notes };
  };
}
