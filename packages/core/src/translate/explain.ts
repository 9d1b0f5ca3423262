import type { Outcome } from './outcome.js';
import { parameters, type ParameterName } from '../table/table.js';
import type { ParameterRow } from '../table/row.js';
import type { Settings } from '../settings/settings.js';
import type { SourceTrace, Tracer } from './trace.js';

/** Where one row of the table got its value. */
export interface ParameterTrace {
  readonly parameter: ParameterName;
  readonly label: string;
  readonly required: boolean;
  /** The value as it is sent, or would be if the event were; `***` for the source hash; null if there is none. */
  readonly value: string | null;
  /** The source that gave it; null if none did. */
  readonly source: string | null;
  readonly tried: readonly SourceTrace[];
}

/** An outcome, and how it came about. */
export interface Explanation {
  readonly outcome: Outcome;
  readonly parameters: readonly ParameterTrace[];
}

/** A tracer that keeps everything, in the order of the table. */
export function createTracer(settings: Settings): Tracer & { explanation(outcome: Outcome): Explanation } {
  const traces = new Map<string, SourceTrace[]>();
  let found: Params = {};
  return {
    tried(parameter, source, result, note) {
      const trace = { source, result, note };
      const list = traces.get(parameter);
      if (list === undefined) traces.set(parameter, [trace]);
      else list.push(trace);
    },
    found: (params) => {
      found = params;
    },
    explanation: (outcome) => {
      // The URL budget may have cut what was found.
      const params = outcome.status === 'ready' ? outcome.request.params : found;
      return {
        outcome,
        parameters: parameters
          .filter(
            (row) => traces.has(row.name) || (row.kind === 'parameter' && valueOf(params, row, settings) !== null),
          )
          .map((row) => {
            const { name, label, required } = row;
            const tried = traces.get(name) ?? [];
            const source = tried.find(({ result }) => result === 'used')?.source ?? null;
            return { parameter: name, label, required, value: valueOf(params, row, settings), source, tried };
          }),
      };
    },
  };
}

type Params = Readonly<Record<string, string>>;

function valueOf(params: Params, row: ParameterRow<ParameterName>, settings: Settings): string | null {
  if (row.name === 'source_hash') return 'source_hash' in params ? '***' : null;
  const isName = row.name === 'event' || row.name === 'name';
  const keys = isName && settings.eventKey !== null ? [settings.eventKey] : (row.valueKeys ?? []);
  return params[row.name] ?? keys.map((key) => params[`value[${key}]`]).find((value) => value !== undefined) ?? null;
}
