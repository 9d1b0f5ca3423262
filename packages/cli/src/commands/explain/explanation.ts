import type { Explanation, Note, Outcome } from '@loop-adapters/core';

import type { Position } from '../../input/read-events.js';
import type { Colors } from '../../terminal/colors.js';
import { explanationTable, type ExplanationRow } from './explanation-rows.js';
import { clip, pad, printable, wrap } from '../../terminal/layout.js';
import { maskRequest, shortenHash } from '../../terminal/mask.js';

const nameWidth = 15;
const labelWidth = 15;
/** An advertising ID fits. */
const valueWidth = 36;
const gap = '  ';
const nothing = '–';

/** What the text is laid out for. */
export interface Page {
  /** Width of the screen, in characters. */
  readonly width: number;
  readonly colors: Colors;
}

/**
 * An explanation as people read it: a table of what Loop gets and where it came
 * from, what was passed over and why; then why the event is not sent and what
 * to do; then the URL without the source hash.
 *
 * @param type the event's type; empty for what has none
 * @returns the lines
 */
export function formatExplanation(explanation: Explanation, type: string, position: Position, page: Page): string[] {
  const { outcome } = explanation;
  const { rows, consulted, absent, leftOut } = explanationTable(explanation);
  const { bold, dim } = page.colors;
  const place = bold(`${position.input}:${String(position.line)}`);
  const head = [place, ...(type === '' ? [] : [type]), formatStatus(outcome, page)].join(gap);
  const titles = [pad('Parameter', nameWidth), pad('What', labelWidth), pad('Value', valueWidth), 'From'].join(gap);
  return [
    head,
    ...(rows.length > 0 ? ['', dim(titles), ...rows.flatMap((row) => formatRow(row, page))] : []),
    ...(consulted.length > 0 ? hanging('Looked at, not sent: ', `${consulted.join(', ')}.`, page).map(dim) : []),
    ...(absent.length > 0 ? hanging('Not in the event: ', `${absent.join(', ')}.`, page).map(dim) : []),
    ...formatLeftOut(leftOut, page),
    ...formatCause(outcome, page),
    ...formatUrlLines(outcome),
  ];
}

function formatStatus({ status }: Outcome, { colors }: Page): string {
  switch (status) {
    case 'ready':
      return colors.green('ready');
    case 'skipped':
      return colors.yellow('skipped');
    case 'invalid':
      return colors.red('invalid');
  }
}

function formatRow(row: ExplanationRow, { width, colors }: Page): string[] {
  const isMissing = row.required && row.value === null && row.source === null;
  const value = row.value === null ? (isMissing ? 'missing' : nothing) : shortenHash(printable(row.value));
  const shown = pad(clip(value, valueWidth), valueWidth);
  const line = [formatName(row), isMissing ? colors.red(shown) : shown, row.source ?? ''].join(gap);
  const offset = ' '.repeat(nameWidth + gap.length);
  const notes = row.passedOver.flatMap((note) =>
    wrap(printable(note), width - offset.length - 2).map((part, index) => offset + (index === 0 ? '' : '  ') + part),
  );
  return [line.trimEnd(), ...notes.map((note) => colors.dim(note))];
}

function formatName({ name, label }: ExplanationRow): string {
  if (label === '')
    return pad(clip(printable(name), nameWidth + gap.length + labelWidth), nameWidth + gap.length + labelWidth);
  return [pad(clip(printable(name), nameWidth), nameWidth), pad(clip(label, labelWidth), labelWidth)].join(gap);
}

function formatLeftOut(notes: readonly Note[], page: Page): string[] {
  if (notes.length === 0) return [];
  const byMessage = new Map<string, string[]>();
  for (const { source, parameter, message } of notes) {
    byMessage.set(message, [...(byMessage.get(message) ?? []), printable(source ?? parameter ?? 'the event')]);
  }
  const lines = [...byMessage].flatMap(([message, places]) => hanging('  ', `${places.join(', ')}: ${message}`, page));
  return ['', page.colors.bold('Left out'), ...lines];
}

function formatCause(outcome: Outcome, page: Page): string[] {
  if (outcome.status === 'ready') return [];
  const causes = outcome.status === 'skipped' ? [outcome.reason] : outcome.problems;
  const color = outcome.status === 'skipped' ? page.colors.yellow : page.colors.red;
  const title = outcome.status === 'skipped' ? 'Why it is skipped' : "Why it can't be sent, and what to do";
  return [
    '',
    page.colors.bold(title),
    ...causes.flatMap(({ code, source, message }) => [
      `  ${color(code)}${source === null ? '' : `  (${printable(source)})`}`,
      ...hanging('    ', message, page),
    ]),
  ];
}

/** One parameter a line: a URL of 800 characters in one piece is not read by anyone. */
function formatUrlLines(outcome: Outcome): string[] {
  if (outcome.status !== 'ready') return [];
  const [endpoint = '', query = ''] = maskRequest(outcome.request).url.split('?');
  const pairs = query.split('&').map((pair, index) => `    ${index === 0 ? '?' : '&'}${pair}`);
  return ['', `GET ${endpoint}`, ...pairs];
}

/** Wraps text behind a lead; further lines start under the text. */
function hanging(lead: string, text: string, { width }: Page): string[] {
  return wrap(text, width - lead.length).map((line, index) => (index === 0 ? lead : ' '.repeat(lead.length)) + line);
}
