import { createBuild, type Build } from './build.js';
import type { Describe } from './describe.js';
import { eventTypes, type EventType } from './event-payload.js';
import { createTracer, type Explanation } from './explain.js';
import { eventExtraction, fieldExtraction } from './extract.js';
import { faultOf } from './fault.js';
import type { Known } from './known.js';
import type { Invalid, Outcome, Skipped } from './outcome.js';
import type { Fields } from '../table/table.js';
import { parseSettings, type Settings, type SettingsInput } from '../settings/settings.js';
import { checkTools, noSentence, type Tools } from './tools.js';
import type { Tracer } from './trace.js';

/** Settings compiled once; every event goes through the same translator. */
export interface Translator {
  /** The settings with every default in place. They hold the source hash: do not log them. */
  readonly settings: Settings;
  /**
   * Turns a payload of Segment or RudderStack into a request to Loop.
   * It never throws, whatever the event is, and never changes it.
   * @param event a `track`, `identify`, `screen` or `page` payload; any other value has an outcome too.
   * @param known what the adapter knows besides, such as the IP address of the connecting client.
   */
  translate(event: unknown, known?: Known): Outcome;
  /** The same run, with what became of every source of every parameter. */
  explain(event: unknown, known?: Known): Explanation;
  /**
   * Turns fields that an adapter extracted by itself into a request to Loop, by the same rules.
   * It never throws.
   * @param fields raw values under the names of the parameter table, and the event's type.
   */
  build(fields: Fields): Outcome;
}

/**
 * Compiles settings into a translator with the tools that are passed.
 * @throws SettingsError that lists every problem of the settings.
 * @throws TypeError that names every tool that is missing.
 */
export function createTranslatorWith(settings: SettingsInput | undefined, tools: Tools): Translator {
  checkTools(tools);
  const { countries } = tools;
  const isCountry = (text: string): boolean => !countries.isComplete || countries.normalizeCountry(text) !== null;
  const parsed = parseSettings(settings ?? {}, isCountry);
  const { describe = noSentence } = tools;
  const ofEvent = createBuild(parsed, eventExtraction(parsed), tools);
  const ofFields = createBuild(parsed, fieldExtraction(), tools);

  const run = (root: unknown, build: Build, known: Known, tracer: Tracer | null): Outcome => {
    try {
      const type = typeOf(root);
      if (type === null) return notAnEvent(describe);
      return isEventType(type) ? build(type, root as object, known, tracer) : otherType(describe);
    } catch {
      return faultOf(root, describe);
    }
  };

  return {
    settings: parsed,
    translate: (event, known = {}) => run(event, ofEvent, known, null),
    build: (fields) => run(fields, ofFields, {}, null),
    explain: (event, known = {}) => {
      const tracer = createTracer(parsed);
      const outcome = run(event, ofEvent, known, tracer);
      return tracer.explanation(outcome);
    },
  };
}

function notAnEvent(describe: Describe): Invalid {
  const code = 'invalid_event';
  const message = describe({ code, parameter: null });
  return { status: 'invalid', problems: [{ code, parameter: null, source: null, message }], notes: [] };
}

function otherType(describe: Describe): Skipped {
  const code = 'unsupported_event_type';
  const message = describe({ code, parameter: null });
  return { status: 'skipped', reason: { code, parameter: null, source: 'type', message }, notes: [] };
}

/** The event's type in lower case; null for what is no event. */
function typeOf(root: unknown): string | null {
  if (typeof root !== 'object' || root === null || !Object.prototype.hasOwnProperty.call(root, 'type')) return null;
  const { type } = root as { readonly type: unknown };
  if (isEventType(type)) return type;
  return typeof type === 'string' && type.trim() !== '' ? type.slice(0, 64).trim().toLowerCase() : null;
}

function isEventType(type: unknown): type is EventType {
  return (eventTypes as readonly unknown[]).includes(type);
}
