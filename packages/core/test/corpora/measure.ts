import { createTranslator, type Outcome, type SettingsInput, type Translator } from '../../src/index.js';
import { nodeHash } from '../../src/hash/node-hash.js';
import type { CaseEntry, Corpus, HarmlessEntry, PersonalEntry } from './corpus.js';

/** What a corpus says of the guard. */
export interface Figure {
  /** What was looked at: property sets, as properties and as traits; values; cases. */
  readonly units: number;
  /** What is wrong, one line each: the set that leaves, the value that is held back, the case that fails. */
  readonly left: readonly string[];
}

/** Runs a corpus through the core and counts. */
export function measure(corpus: Corpus): Figure {
  switch (corpus.kind) {
    case 'personal':
      return measurePersonal(corpus.entries);
    case 'harmless':
      return measureHarmless(corpus.entries);
    case 'cases':
      return measureCases(corpus.entries);
  }
}

const context = {
  app: { namespace: 'com.example.app', name: 'Example App' },
  device: { type: 'android', model: 'Pixel6', advertisingId: 'cdda802e-fb9c-47ad-9866-0794d394c912' },
  ip: '181.46.9.20',
  location: { country: 'AR' },
};

/** Two events that go out, whatever the properties are: they stand in one as properties, in the other as traits. */
export function eventsWith(properties: object): readonly { readonly type: 'track' | 'identify' }[] {
  const asProperties = { type: 'track' as const, event: 'Tested', context, properties };
  const asTraits = { type: 'identify' as const, context, traits: properties };
  return [asProperties, asTraits];
}

function newTranslator(settings: SettingsInput = { sourceHash: 'XYZ123' }): Translator {
  return createTranslator(settings, nodeHash);
}

function measurePersonal(entries: readonly PersonalEntry[]): Figure {
  const translator = newTranslator();
  const left = entries.flatMap(({ class: name, properties, trace, flags }) => {
    const pattern = new RegExp(trace, flags);
    return eventsWith(properties)
      .filter((event) => leavings(translator.translate(event)).some((text) => pattern.test(text)))
      .map(({ type }) => `${name}, as ${type}: ${shorten(properties)}`);
  });
  return { units: entries.length * 2, left };
}

/** The hashes of identifiers, which are no leak. */
const hashed = /^value\[(?:ml|mb|nid)_sh[25]\]$/;

/** What leaves, raw and decoded, and what notes say but for the paths that they name. */
function leavings(outcome: Outcome): string[] {
  const notes = outcome.notes.map(({ message }) => message);
  if (outcome.status !== 'ready') return notes;
  const values = Object.entries(outcome.request.params).filter(
    ([name]) => name.startsWith('value[') && !hashed.test(name),
  );
  const raw = values.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const decoded = values.map(([name, value]) => `${name}=${value}`);
  return [raw.join('&'), decoded.join('&'), ...notes];
}

function measureHarmless(entries: readonly HarmlessEntry[]): Figure {
  const translator = newTranslator();
  let units = 0;
  const left: string[] = [];
  for (const { event, properties } of entries) {
    units += countValues(properties);
    const { notes } = translator.translate({ type: 'track', event, context, properties });
    for (const { code, kind, source } of notes) {
      if (code === 'personal_data') left.push(`${String(kind)}: ${String(source)} of ${shorten(properties)}`);
    }
  }
  return { units, left };
}

function countValues(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((count: number, inner) => count + countValues(inner), 0);
}

function measureCases(entries: readonly CaseEntry[]): Figure {
  const left = entries.flatMap((entry) => {
    const faults = faultsOf(entry);
    return faults.length === 0 ? [] : [`${entry.name}: ${faults.join('; ')}`];
  });
  return { units: entries.length, left };
}

function faultsOf({ event, settings, want }: CaseEntry): string[] {
  const outcome = newTranslator(settings).translate(event);
  const params: Readonly<Record<string, string>> = outcome.status === 'ready' ? outcome.request.params : {};
  const url = outcome.status === 'ready' ? outcome.request.url : '';
  const faults: string[] = [];
  if (outcome.status !== want.status) faults.push(`it is ${outcome.status}, not ${want.status}`);
  if (want.code !== undefined && !codesOf(outcome).includes(want.code)) faults.push(`its code is not ${want.code}`);
  for (const [name, value] of Object.entries(want.params ?? {})) {
    if (params[name] !== value) faults.push(`${name} is ${params[name] ?? 'not there'}`);
  }
  for (const name of want.not ?? []) if (params[name] !== undefined) faults.push(`${name} is there`);
  for (const [name, value] of Object.entries(want.never ?? {})) {
    if (params[name] === value) faults.push(`${name} is what it may never be`);
  }
  const shown = [JSON.stringify(outcome), ...Object.values(params)].join('\n');
  for (const text of want.hidden ?? []) if (shown.includes(text)) faults.push('a hidden text shows');
  if (want.maxUrl !== undefined && url.length > want.maxUrl) faults.push('its URL is too long');
  return faults;
}

function codesOf(outcome: Outcome): string[] {
  const own =
    outcome.status === 'skipped'
      ? [outcome.reason.code]
      : outcome.status === 'invalid'
        ? outcome.problems.map(({ code }) => code)
        : [];
  return [...own, ...outcome.notes.map(({ code }) => code)];
}

function shorten(properties: object): string {
  const text = JSON.stringify(properties);
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
