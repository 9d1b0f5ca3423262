import { remembered } from '../normalize/remembered.js';
import type { CountryReader } from '../normalize/country/country-reader.js';
import { eventPaths, type Normalized, type TextRow } from '../table/row.js';
import { localeRegion, timeZone } from '../table/place.js';
import type { Settings } from '../settings/settings.js';
import type { Source, Sources } from './extract.js';
import { guarded } from './guarded-text.js';
import { nothing, type Found, type Pass } from './pass.js';
import type { ParameterName } from '../table/table.js';

/** What a row's sources are, compiled. */
type Link =
  | { readonly from: 'event'; readonly sources: readonly Source[] }
  | { readonly from: 'guess'; readonly read: ReadText; readonly sources: readonly Source[] }
  /** Read with the event: the reader of countries may not know the names before. */
  | { readonly from: 'setting'; readonly path: string; readonly value: unknown; readonly read: ReadText };

/** A row's normalizer with what it needs besides the value. */
type ReadText = (value: unknown) => Normalized;

/** A row of the table whose sources are compiled for the settings. */
export interface Chain {
  readonly name: ParameterName;
  readonly read: ReadText;
  readonly links: readonly Link[];
}

/** Rows that are tried in silence for another one, by name. */
const guessRows: readonly (typeof timeZone | typeof localeRegion)[] = [timeZone, localeRegion];

/**
 * Compiles the sources of a row: the places in the event, settings and guesses, in the order of
 * the table. Places that the setting `sources` names instead stand where the first place of the table stood.
 */
export function compileChain(
  row: TextRow<ParameterName> & { readonly form?: string },
  places: Sources,
  settings: Settings,
  countries: CountryReader,
): Chain {
  const own = places[row.name];
  const normalize: ReadText = (value) => row.normalize(value, countries);
  const read = remembering(row.form === 'free_text' ? guarded(normalize) : normalize);
  const links: Link[] = [];
  const addPlaces = (sources: readonly Source[]): void => {
    const last = links[links.length - 1];
    if (last?.from === 'event') links[links.length - 1] = { from: 'event', sources: [...last.sources, ...sources] };
    else links.push({ from: 'event', sources });
  };
  const tablePaths = eventPaths(row);
  // An adapter adds places of its own to those of the table; whoever names other places means them alone.
  const hasAllOfTable = tablePaths.every((path) => own.some(({ text }) => text === path));
  const added = own.filter(({ text }) => !tablePaths.includes(text));
  const lastOfFirst = lastOfFirstGroup(row.sources);
  for (const text of row.sources) {
    const [word = '', rest = ''] = text.split(' ');
    if (rest === '') {
      if (hasAllOfTable) addPlaces(own.filter((source) => source.text === text));
      else if (text === tablePaths[0]) addPlaces(own);
      if (hasAllOfTable && text === lastOfFirst) addPlaces(added);
    } else if (word === 'setting') {
      const value = settingAt(settings, rest);
      // A free text is taken as it was written: somebody meant it.
      links.push({
        from: 'setting',
        path: `settings.${rest}`,
        value,
        read: row.form === 'free_text' ? asWritten : read,
      });
    } else if (word === 'guess') {
      const guess = guessRows.find(({ name }) => name === rest);
      if (guess !== undefined && settings.guess[guess.name])
        links.push({
          from: 'guess',
          read: (value) => guess.normalize(value, countries),
          sources: places[guess.name],
        });
    }
  }
  return { name: row.name, read, links };
}

/** Apps, models and countries recur from event to event, and their names are no longer. In UTF-16 units. */
const maxNameLength = 64;

/** What is refused is not remembered: it may be personal data. */
function remembering(read: ReadText): ReadText {
  const ofText = remembered<Normalized>(read, {
    maxLength: maxNameLength,
    isKept: (normal) => typeof normal === 'string',
  });
  return (value) => (typeof value === 'string' ? ofText(value) : read(value));
}

/** The last of the places that the sources begin with: an adapter's own come after it. */
function lastOfFirstGroup(texts: readonly string[]): string | undefined {
  const end = texts.findIndex((text) => text.includes(' '));
  return texts[(end === -1 ? texts.length : end) - 1];
}

/** The value of a setting by its path: `app.id`. */
function settingAt(settings: Settings, path: string): unknown {
  let value: unknown = settings;
  for (const key of path.split('.')) value = (value as Readonly<Record<string, unknown>> | undefined)?.[key];
  return value;
}

function asWritten(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The first usable value of a chain. */
export function readChain(pass: Pass, chain: Chain): Found<string> {
  const { links } = chain;
  let met: string | null = null;
  for (let index = 0; index < links.length; index++) {
    const found = readLink(pass, chain, links[index] as Link);
    if (found.value !== undefined) {
      if (pass.tracer !== null) addUntried(pass, chain, index + 1);
      return found;
    }
    if (found.source !== null) met = found.source;
  }
  return met === null ? nothing : { value: undefined, source: met };
}

function readLink(pass: Pass, { name, read }: Chain, link: Link): Found<string> {
  switch (link.from) {
    case 'event':
      return pass.read(name, link.sources, read);
    case 'guess':
      return readGuess(pass, name, link);
    case 'setting':
      return readWritten(pass, name, link);
  }
}

/** What somebody wrote into the settings. */
function readWritten(pass: Pass, name: string, link: Extract<Link, { from: 'setting' }>): Found<string> {
  if (link.value === undefined) {
    pass.addTrace(name, link.path, 'absent');
    return nothing;
  }
  const value = link.read(link.value);
  const isText = typeof value === 'string';
  pass.addTrace(name, link.path, isText ? 'used' : 'refused');
  return { value: isText ? value : undefined, source: link.path };
}

/** The answer of another row. That it has none is no fault, so it is not noted. */
function readGuess(pass: Pass, name: string, { read, sources }: Extract<Link, { from: 'guess' }>): Found<string> {
  for (const source of sources) {
    const value = read(pass.valueAt(source));
    const isFound = typeof value === 'string';
    pass.addTrace(name, source.text, isFound ? 'used' : 'absent');
    if (isFound) return { value, source: source.text };
  }
  return nothing;
}

/** For `explain`: what stands behind the source that won. */
function addUntried(pass: Pass, { name, links }: Chain, from: number): void {
  for (const link of links.slice(from)) {
    if (link.from === 'setting') pass.addTrace(name, link.path, 'not_needed');
    if (link.from === 'event') for (const { text } of link.sources) pass.addTrace(name, text, 'not_needed');
  }
}
