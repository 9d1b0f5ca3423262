import type { Consent } from '../host/consent.js';
import { hostValues, type HostAnswers } from '../host/host-values.js';
import type { PageFacts } from '../page/page-facts.js';
import { readPath } from './read-path.js';

/** Everything that is known about one event. */
export interface Known {
  /** A `track`, `identify`, `screen` or `page` payload in Segment's form. */
  readonly event: object;
  readonly page: PageFacts;
  /** Device model by client hints. */
  readonly model: string | null;
  readonly answers: HostAnswers;
  readonly consent: Consent;
}

/** Source paths of the core's table that an advertising ID can stand in. */
type IdPaths = readonly string[];

/**
 * Composes the payload for the core out of an event and what the app and the page know.
 *
 * What the event's own `context` says comes first, so the rest stands where the core looks last (see `sourcesWith`):
 * the app's values under `settings`, the page's under `page`. Only what the core reads in one place alone goes into
 * `context`, and only where the event says nothing. The event is not changed.
 */
export function composePayload({ event, page, model, answers, consent }: Known, idPaths: IdPaths): object {
  const own = objectOr(readPath(event, 'context'));
  const device = { ...objectOr(own['device']) };
  const settings: Record<string, unknown> = {};
  for (const { setting, deviceKey } of hostValues) {
    const value = answers.get(setting)?.value;
    if (value === undefined || value === null) continue;
    if (deviceKey !== null) device[deviceKey] ??= value;
    // Whatever the event itself has as advertising ID is the newer answer of the person, a denial above all.
    else if (setting !== 'advertisingId' || !idPaths.some((path) => isThere(readPath(event, path)))) {
      addAt(settings, setting, value);
    }
  }
  const context: Record<string, unknown> = { ...own, device };
  if (!isThere(own['timezone']) && page.timezone !== null) context['timezone'] = page.timezone;
  if (!isThere(own['locale']) && !isThere(device['language']) && page.locale !== null) context['locale'] = page.locale;
  if (consent.categories !== null) context['consent'] = withConsent(own['consent'], consent.categories);
  return { ...event, context, settings, page: { model, platform: page.platform } };
}

/** A denial counts whoever says it: the event or the app. */
function withConsent(own: unknown, categories: Readonly<Record<string, boolean>>): object {
  const consent = objectOr(own);
  const preferences = objectOr(consent['categoryPreferences']);
  const merged = Object.fromEntries(
    Object.entries(categories).map(([name, granted]) => [
      name,
      granted && (!Object.prototype.hasOwnProperty.call(preferences, name) || preferences[name] === true),
    ]),
  );
  return { ...consent, categoryPreferences: { ...preferences, ...merged } };
}

/** `device.model` becomes `{ device: { model } }`. */
function addAt(target: Record<string, unknown>, path: string, value: unknown): void {
  const [first = '', second] = path.split('.');
  target[first] = second === undefined ? value : { ...objectOr(target[first]), [second]: value };
}

function objectOr(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
