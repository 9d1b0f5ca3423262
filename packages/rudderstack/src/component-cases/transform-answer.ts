import { createTranslator, sentencesIn, type ReasonCode } from '@loop-adapters/core';
import { fieldName } from '../dashboard/field-name.js';
import type { Message } from './examples.js';
import type { Expected, TransformCase } from './transform-cases.js';

/** What the destination must make of an event: a request, or an error with its status and its own tags. */
export type Answer =
  | { readonly request: Readonly<Record<string, unknown>> }
  | { readonly error: string; readonly statusCode: number; readonly tags: Readonly<Record<string, string>> };

/** The sentences of the core, with the names of the form's fields. */
const describe = sentencesIn('en', fieldName);

/** Turns what a case expects into RudderStack's form. */
export function answerOf({ expected }: TransformCase, message: Message): Answer {
  if ('params' in expected) return { request: requestOf(expected.params, message) };
  if ('filtered' in expected) {
    return {
      error: `[${expected.filtered}] ${describe({ code: expected.filtered as ReasonCode, parameter: null })}`,
      statusCode: 298,
      tags: {},
    };
  }
  const errorType = 'invalid' in expected ? 'instrumentation' : 'configuration';
  return { error: errorOf(expected, message), statusCode: 400, tags: { errorCategory: 'dataValidation', errorType } };
}

function requestOf(params: Readonly<Record<string, string>>, { anonymousId }: Message) {
  return {
    version: '1',
    type: 'REST',
    method: 'GET',
    endpoint: 'https://api.retargetly.com/mobile',
    headers: {},
    params,
    body: { JSON: {}, JSON_ARRAY: {}, XML: {}, FORM: {} },
    files: {},
    userId: typeof anonymousId === 'string' ? anonymousId : '',
  };
}

/**
 * The codes are the case's; the sentence of each comes from the core, where it is written.
 * @throws Error if the core finds other problems than the case names.
 */
function errorOf(
  expected: Extract<Expected, { invalid: unknown } | { configuration: unknown }>,
  message: Message,
): string {
  if ('configuration' in expected) return expected.configuration;
  const outcome = createTranslator({ sourceHash: 'XYZ123' }, { describe }).translate(message);
  const problems = outcome.status === 'invalid' ? outcome.problems : [];
  const codes = problems.map(({ code }) => code);
  if ([...codes].sort().join() !== [...expected.invalid].sort().join()) {
    throw new Error(
      `${message.messageId}: expected ${expected.invalid.join(', ')}, but the core found ${codes.join(', ')}.`,
    );
  }
  return problems.map((problem) => `[${problem.code}] ${problem.message}`).join(' ');
}
