import { parameters, type ParameterName } from './parameters/index.js';
import { compilePath, type Path } from './path.js';
import type { Settings } from './settings.js';

/** For every row of the table, the paths that are tried, split once. */
export type Sources = Readonly<Record<ParameterName, readonly Path[]>>;

/** The paths into an event: the table's, or those of the setting `sources`. */
export function eventSources(settings: Settings): Sources {
  const replaced: Readonly<Record<string, readonly string[] | undefined>> = settings.sources;
  return compileSources((row) => replaced[row.name] ?? row.sources);
}

/** The paths into the fields that an adapter extracted: each row has one, its own name. */
export function fieldSources(): Sources {
  return compileSources((row) => [row.name]);
}

function compileSources(pathsOf: (row: (typeof parameters)[number]) => readonly string[]): Sources {
  return Object.fromEntries(parameters.map((row) => [row.name, pathsOf(row).map(compilePath)])) as unknown as Sources;
}
