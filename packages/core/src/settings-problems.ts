import type * as v from 'valibot';
import { closest } from './closest.js';
import type { SettingsProblem } from './settings-error.js';

type Issue = v.BaseIssue<unknown>;

/** As much of any schema as it takes to find the settings that exist at a path. */
interface Node {
  readonly type: string;
  readonly wrapped?: Node;
  readonly options?: readonly unknown[];
  readonly entries?: Readonly<Record<string, Node>>;
}

/** Turns the schema's issues into sentences. A value never stands in one: it may be a secret. */
export function settingsProblems(
  schema: v.GenericSchema,
  issues: readonly Issue[],
  prefix: readonly string[] = [],
): SettingsProblem[] {
  return issues.flatMap((issue) => {
    const path = [...prefix, ...(issue.path ?? []).map((item) => String(item.key))];
    const inner = issue.type === 'union' ? innerIssues(issue) : [];
    if (inner.length > 0) return settingsProblems(schema, inner, path);
    const isUnknown = issue.type === 'strict_object' && issue.expected === 'never';
    return [{ path: path.join('.'), message: isUnknown ? unknownSetting(schema, path) : sentence(issue) }];
  });
}

/**
 * Of a union's issues, those of the form that the value was meant to have: the ones below its top level,
 * or the check on an object of the right form.
 */
function innerIssues(issue: Issue): readonly Issue[] {
  return (issue.issues ?? []).filter((inner) => inner.path !== undefined || inner.kind === 'validation');
}

function sentence(issue: Issue): string {
  if (issue.kind === 'validation') return ownMessages.has(issue.type) ? `It ${issue.message}.` : limit(issue);
  const accepted = issue.expected ?? 'something else';
  const meant = typeof issue.input === 'string' ? closest(issue.input, quotedWords(accepted)) : null;
  return `It must be ${readable(accepted)}.` + (meant === null ? '' : ` Did you mean "${meant}"?`);
}

const ownMessages: ReadonlySet<string> = new Set(['regex', 'check', 'non_empty', 'integer', 'not_values']);

function limit(issue: Issue): string {
  const bound = String((issue as Issue & { readonly requirement?: unknown }).requirement);
  switch (issue.type) {
    case 'min_value':
      return `It must be at least ${bound}.`;
    case 'max_value':
      return `It must be at most ${bound}.`;
    default:
      return `It must be at most ${bound} long.`;
  }
}

function unknownSetting(schema: Node, path: readonly string[]): string {
  let node: Node | undefined = schema;
  for (const key of path.slice(0, -1)) node = node && objectOf(node)?.entries?.[key];
  const known = Object.keys((node && objectOf(node)?.entries) ?? {});
  const meant = closest(path.at(-1) ?? '', known);
  return `There is no such setting. ${meant === null ? `Known here: ${known.join(', ')}.` : `Did you mean "${meant}"?`}`;
}

/** The object schema inside optional ones and unions. */
function objectOf(node: Node): Node | undefined {
  if (node.entries !== undefined) return node;
  if (node.wrapped !== undefined) return objectOf(node.wrapped);
  for (const option of (node.options ?? []) as readonly (Node | string)[]) {
    const found = typeof option === 'string' ? undefined : objectOf(option);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The words in quotes of what the schema accepts: `("sha256" | "sha512")`. */
function quotedWords(accepted: string): string[] {
  return [...accepted.matchAll(/"([^"]*)"/g)].map(([, word = '']) => word);
}

/** `(string | Object)` in words. */
function readable(accepted: string): string {
  return accepted
    .replace(/^\((.*)\)$/, '$1')
    .replace(/[()]/g, '')
    .replace(/\bstring\b/g, 'text')
    .replace(/\bboolean\b/g, 'true or false')
    .replace(/\bnumber\b/g, 'a number')
    .replace(/\bArray\b/g, 'a list')
    .replace(/\bObject\b/g, 'an object')
    .replaceAll(' | ', ' or ');
}
