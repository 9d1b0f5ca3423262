import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One behavior of the core: what goes in, under which settings, and the whole outcome. */
export interface CoreExample {
  readonly name: string;
  readonly settings: object;
  readonly known?: object;
  readonly event: unknown;
  readonly outcome: object;
}

/** A file of `packages/core/examples/`: its examples are written as differences from a base. */
interface ExampleFile {
  readonly base: { readonly settings: object; readonly event: object };
  readonly examples: readonly WrittenExample[];
}

interface WrittenExample {
  readonly name: string;
  /** Settings beside those of the base; null takes one away. */
  readonly settings?: object;
  readonly known?: object;
  /** Values by their path in the event, such as `context.locale`: they are set in the base event. */
  readonly event?: Readonly<Record<string, unknown>>;
  /** Paths that the base event has and this one does not. */
  readonly without?: readonly string[];
  /** The event as a whole, where it has nothing of the base. */
  readonly whole?: unknown;
  /** The URL of a request: the outcome is `ready`. */
  readonly ready?: string;
  readonly skipped?: WrittenRemark;
  readonly invalid?: readonly WrittenRemark[];
  readonly notes?: readonly WrittenRemark[];
}

/** A reason, problem or note. Its sentence is the one of its code, if none is written. */
interface WrittenRemark {
  readonly code: string;
  readonly parameter: string | null;
  readonly source: string | null;
  readonly message?: string;
}

/** Makes the sentence of a remark. */
type Describe = (remark: WrittenRemark) => string;

const folder = join(__dirname, '../../core/examples');

/**
 * The examples of the core, by topic, written out.
 * @param describe makes the sentences, which the files leave out
 */
export function readCoreExamples(
  describe: Describe,
): { readonly topic: string; readonly examples: readonly CoreExample[] }[] {
  return readdirSync(folder).map((file) => {
    const { base, examples } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as ExampleFile;
    return { topic: file.replace('.json', ''), examples: examples.map((each) => writeOut(base, each, describe)) };
  });
}

function writeOut(base: ExampleFile['base'], example: WrittenExample, describe: Describe): CoreExample {
  const { name, settings, known, event = {}, without = [], whole } = example;
  const changed = structuredClone(base.event) as Record<string, unknown>;
  for (const path of without) setAt(changed, path.split('.'), undefined);
  for (const [path, value] of Object.entries(event)) setAt(changed, path.split('.'), value);
  return {
    name,
    settings: withoutNull({ ...base.settings, ...settings }),
    ...(known === undefined ? {} : { known }),
    event: 'whole' in example ? whole : changed,
    outcome: outcomeOf(example, describe),
  };
}

function setAt(object: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key = '', ...rest] = path;
  if (rest.length > 0) setAt((object[key] ??= {}) as Record<string, unknown>, rest, value);
  else if (value === undefined) Reflect.deleteProperty(object, key);
  else object[key] = value;
}

/** `eventKey: null` is a setting of its own. */
function withoutNull(settings: object): object {
  return Object.fromEntries(Object.entries(settings).filter(([name, value]) => value !== null || name === 'eventKey'));
}

function outcomeOf({ ready, skipped, invalid = [], notes = [] }: WrittenExample, describe: Describe): object {
  const told = (remark: WrittenRemark): WrittenRemark => ({ ...remark, message: remark.message ?? describe(remark) });
  const noted = { notes: notes.map(told) };
  if (ready !== undefined) {
    return { status: 'ready', request: { method: 'GET', url: ready, params: paramsOf(ready) }, ...noted };
  }
  if (skipped !== undefined) return { status: 'skipped', reason: told(skipped), ...noted };
  return { status: 'invalid', problems: invalid.map(told), ...noted };
}

function paramsOf(url: string): Record<string, string> {
  const pairs = url.slice(url.indexOf('?') + 1).split('&');
  return Object.fromEntries(
    pairs.map((pair) => {
      const end = pair.indexOf('=');
      return [decodeURIComponent(pair.slice(0, end)), decodeURIComponent(pair.slice(end + 1))];
    }),
  );
}
