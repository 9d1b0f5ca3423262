import { readCoreExamples } from '@loop-adapters/testing/core-examples';
import {
  createTranslator,
  eventPaths,
  inEnglish,
  parameters,
  problemCodes,
  reasonCodes,
  noteCodes,
} from '../src/index.js';
import { nodeHash } from '../src/hash/node-hash.js';
import { settingsSchema, type SettingsInput } from '../src/settings/settings.js';
import type { Known } from '../src/translate/known.js';
import type { Outcome } from '../src/translate/outcome.js';

/** One behavior of the core: what goes in, under which settings, and the whole outcome. */
interface Example {
  readonly name: string;
  readonly settings: SettingsInput;
  readonly known?: Known;
  readonly event: unknown;
  readonly outcome: Outcome;
}

const topics = readCoreExamples(inEnglish as Parameters<typeof readCoreExamples>[0]) as readonly {
  readonly topic: string;
  readonly examples: readonly Example[];
}[];
const all = topics.flatMap(({ examples }) => examples);

describe.each(topics)('$topic', ({ examples }) => {
  it.each(examples.map((example) => [example.name, example] as const))('%s', (_, example) => {
    const before = JSON.stringify(example.event);
    const translator = createTranslator(example.settings);
    expect(translator.translate(example.event, example.known)).toEqual(example.outcome);
    expect(translator.explain(example.event, example.known).outcome).toEqual(example.outcome);
    expect(createTranslator(example.settings, nodeHash).translate(example.event, example.known)).toEqual(
      example.outcome,
    );
    expect(JSON.stringify(example.event)).toBe(before);
  });
});

/** Rows that are looked at without being tried: they stand in no trace. */
const lookedAt: readonly string[] = ['channel', 'page', 'context'];

describe('nothing is without an example', () => {
  const outcomes = all.map(({ outcome }) => outcome);
  const notes = outcomes.flatMap((outcome) => outcome.notes);
  const traces = all.flatMap(({ settings, event, known }) => [
    ...createTranslator(settings).explain(event, known).parameters,
  ]);

  it('has every reason', () => {
    const shown = outcomes.flatMap((outcome) => (outcome.status === 'skipped' ? [outcome.reason.code] : []));
    // Entry points find it before they translate.
    expect(sorted([...shown, 'not_for_loop'])).toEqual(sorted(reasonCodes));
  });

  it('has every problem that JSON can cause', () => {
    const fromPrograms = ['unreadable_event', 'internal_error'];
    const shown = outcomes.flatMap((outcome) =>
      outcome.status === 'invalid' ? outcome.problems.map(({ code }) => code) : [],
    );
    expect(sorted([...shown, ...fromPrograms])).toEqual(sorted(problemCodes));
  });

  it('has every note that JSON can cause', () => {
    const fromPrograms = ['unreadable_value', 'unsupported_value'];
    const shown = notes.map(({ code }) => code);
    expect(sorted([...shown, ...fromPrograms])).toEqual(sorted(noteCodes));
  });

  it.each(
    parameters
      .filter(({ kind, name }) => kind !== 'value' && !lookedAt.includes(name))
      .flatMap((row) => eventPaths(row).map((source) => [row.name, source] as const)),
  )('uses %s from %s', (name, source) => {
    // The guesses are tried for the country, and the user ID for the e-mail.
    const shownAs = name === 'timezone' || name === 'locale' ? 'ct' : name === 'user_id' ? 'email' : name;
    const used = traces
      .filter(({ parameter }) => parameter === shownAs)
      .flatMap(({ tried }) => tried.filter(({ result }) => result === 'used').map((trace) => trace.source));
    expect(used).toContain(source);
  });

  it('uses every setting', () => {
    const used = all.flatMap(({ settings }) => Object.keys(settings));
    expect(sorted(used)).toEqual(sorted(Object.keys(settingsSchema.entries)));
  });
});

function sorted(words: readonly string[]): string[] {
  return [...new Set(words)].sort();
}
