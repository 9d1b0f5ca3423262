import type { Explanation, Note, ParameterTrace } from '@loop-adapters/core';
import { parameters } from '@loop-adapters/core/bare';
import { inEnglish } from '@loop-adapters/core/sentences';

/** One row of an explanation's table. */
export interface ExplanationRow {
  /** Loop's parameter. */
  readonly name: string;
  /** What it is; empty for a property or trait, whose name says it. */
  readonly label: string;
  readonly required: boolean;
  readonly value: string | null;
  readonly source: string | null;
  /** What was passed over and why, one sentence each. */
  readonly passedOver: readonly string[];
}

export interface ExplanationTable {
  readonly rows: readonly ExplanationRow[];
  /** Paths that were looked at to decide whether the event may be sent. Their values are not sent. */
  readonly consulted: readonly string[];
  /** Labels of what the event could hold and does not. */
  readonly absent: readonly string[];
  /** What was left out and stands in no row. */
  readonly leftOut: readonly Note[];
}

const table = new Map<string, (typeof parameters)[number]>(parameters.map((row) => [row.name, row]));

/** Brings an explanation into rows: Loop's parameters, then `value[…]`, then what only decided. */
export function explanationTable({ outcome, parameters: traces }: Explanation): ExplanationTable {
  const params = outcome.status === 'ready' ? outcome.request.params : {};
  const rows: ExplanationRow[] = [];
  const consulted: string[] = [];
  const absent: string[] = [];
  const listed = new Set<string>();

  for (const trace of traces) {
    const kind = table.get(trace.parameter)?.kind;
    const isAbsent = trace.value === null && trace.tried.every(({ result }) => result === 'absent');
    if (kind === 'parameter') {
      rows.push(toRow(trace, trace.parameter, trace.value));
      listed.add(trace.parameter);
    } else if (isAbsent) {
      if (kind !== 'signal') absent.push(trace.label);
    } else if (kind === 'signal') {
      if (trace.source !== null) consulted.push(trace.source);
    } else {
      const names = sentNames(trace, params);
      for (const name of names) {
        rows.push(toRow(trace, name, params[name] ?? trace.value));
        listed.add(name);
      }
    }
  }
  for (const [name, value] of Object.entries(params)) {
    if (listed.has(name)) continue;
    rows.push({ name, label: '', required: false, value, source: null, passedOver: [] });
  }
  const told = new Set(
    traces.flatMap(({ tried }) => tried.filter(({ result }) => result === 'refused').map(({ source }) => source)),
  );
  const leftOut = outcome.notes.filter(({ source }) => source === null || !told.has(source));
  return { rows, consulted, absent, leftOut };
}

/** The names that a row is sent under, such as the keys of both hashes of an e-mail. */
function sentNames(trace: ParameterTrace, params: Readonly<Record<string, string>>): string[] {
  const row = table.get(trace.parameter);
  const names = (row !== undefined && 'valueKeys' in row ? row.valueKeys : []).map((key) => `value[${key}]`);
  const sent = names.filter((name) => name in params);
  if (sent.length > 0) return sent;
  if (names.length > 0) return names.slice(0, 1);
  const name = Object.keys(params).find((key) => key.startsWith('value[') && params[key] === trace.value);
  return [name ?? `value[${trace.parameter}]`];
}

function toRow(trace: ParameterTrace, name: string, value: string | null): ExplanationRow {
  const { label, required, source } = trace;
  return { name, label, required, value, source, passedOver: passedOver(trace) };
}

function passedOver({ tried }: ParameterTrace): string[] {
  const settings = 'settings.';
  const absent = tried.filter(({ result }) => result === 'absent').map(({ source }) => source);
  const inEvent = absent.filter((source) => !source.startsWith(settings));
  const inSettings = absent
    .filter((source) => source.startsWith(settings))
    .map((source) => source.slice(settings.length));
  return [
    ...tried
      .filter(({ result }) => result === 'refused')
      .map(
        ({ source, note }) => `${source}: ${note === null ? 'not usable' : inEnglish({ code: note, parameter: null })}`,
      ),
    ...(inEvent.length > 0 ? [`not in the event: ${inEvent.join(', ')}`] : []),
    ...(inSettings.length > 0 ? [`not in the settings: ${inSettings.join(', ')}`] : []),
  ];
}
