import type { InputField } from '@segment/actions-core';
import { eventPaths, parameters, type ParameterName } from './core';
import { allTogether, everyOne, firstPresent } from './default-mapping';

/** What of a row of the table a field is made from. */
interface Row {
  readonly name: ParameterName;
  readonly kind: string;
  readonly required: boolean;
  readonly label: string;
  readonly description: string;
  readonly sources: readonly string[];
}

/** The roots of an event that Segment's spec gives no type of call but one. */
export type AbsentRoot = 'traits' | 'properties';

/** Rows whose value is an object. All others are text, which takes numbers and booleans too: Segment makes text of them. */
const objects: ReadonlySet<string> = new Set<ParameterName>([
  'properties',
  'traits',
  'consent_preferences',
  'consent_management',
]);

/**
 * Longest chain of sources that is nested. Segment checks a mapping anew for every event, and looks twice at whatever
 * stands in an `else`: the time doubles with each level, and a chain of twenty takes minutes.
 */
const maxNested = 2;

/**
 * The fields of an action: one for each row of the core's parameter table that has a place in the event. Labels,
 * descriptions and default mappings are the table's.
 *
 * No field is required here, although Loop requires some: a required field that is missing is an error in Segment,
 * but an event without an advertising ID must be skipped, and of several missing parameters all must be named.
 *
 * @param absent the root that the action's events don't have: `traits` for track, screen and page, `properties` for
 *   identify. What stands there gets no field and is no source.
 * @param without further rows that make no sense for the action
 */
export function parameterFields(
  absent: AbsentRoot,
  without: readonly ParameterName[] = [],
): Record<string, InputField> {
  const rows: readonly Row[] = parameters;
  return Object.fromEntries(
    rows
      .filter((row) => row.name !== absent && !without.includes(row.name))
      .map((row) => ({ ...row, sources: eventPaths(row).filter((path) => !path.startsWith(`${absent}.`)) }))
      .filter((row) => row.sources.length > 0)
      .map((row) => [row.name, fieldOf(row)]),
  );
}

function fieldOf(row: Row): InputField {
  const isChain = !objects.has(row.name) && row.sources.length > maxNested;
  const chain = isChain ? ' Of the values here, the first usable one counts.' : '';
  return {
    label: row.label,
    description: `${row.description}${row.required ? ' Required by Loop.' : ''}${chain}`,
    ...(row.kind === 'identifier' && { category: 'hashedPII' as const }),
    ...mappingOf(row, isChain),
  };
}

function mappingOf({ name, sources }: Row, isChain: boolean): Pick<InputField, 'type' | 'multiple' | 'default'> {
  if (objects.has(name)) return { type: 'object', default: allTogether(sources) };
  if (isChain) return { type: 'object', default: everyOne(sources) };
  return { type: 'string', ...(name === 'apps' && { multiple: true }), default: firstPresent(sources) };
}

/**
 * Whether a field holds several values of which one is meant: the first usable one.
 * @param name of a row of the core's table
 */
export function isChoice(name: string, value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !objects.has(name);
}

/** Segment reads these two itself: whether it hands over several events at once, and how many. */
export const batchFields: Record<'enable_batching' | 'batch_size', InputField> = {
  enable_batching: {
    label: 'Send events in batches',
    description:
      'Segment hands over several events at once. Loop takes one request per event, so the number of requests stays the same.',
    type: 'boolean',
    default: false,
  },
  batch_size: {
    label: 'Batch size',
    description: 'Most events in one batch.',
    type: 'number',
    default: 50,
    minimum: 1,
    maximum: 100,
    unsafe_hidden: true,
  },
};
