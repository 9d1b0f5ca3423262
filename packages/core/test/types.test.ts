import { createTranslator, type NoteCode, type Outcome, type ProblemCode, type ReasonCode } from '../src/index.js';

/** What must compile, and behind `@ts-expect-error` what must not; `npm run types` checks both. */
function summary(outcome: Outcome): string {
  switch (outcome.status) {
    case 'ready':
      return outcome.request.url;
    case 'skipped': {
      const code: ReasonCode = outcome.reason.code;
      return code;
    }
    case 'invalid': {
      const codes: ProblemCode[] = outcome.problems.map((problem) => problem.code);
      return codes.join();
    }
  }
}

it('narrows an outcome by its status', () => {
  const outcome = createTranslator().translate({ type: 'group' });
  // @ts-expect-error -- only a ready outcome has a request
  expect(outcome.request).toBeUndefined();
  expect(summary(outcome)).toBe('unsupported_event_type');
});

it('has codes that are no mere text', () => {
  // @ts-expect-error -- no such code
  const reason: ReasonCode = 'no_such_reason';
  // @ts-expect-error -- an event without an advertising ID is skipped, so this is no problem
  const problem: ProblemCode = 'missing_uid';
  const note: NoteCode = 'personal_data';
  expect([reason, problem, note]).toHaveLength(3);
});

it('refuses settings that are wrong at compile time', () => {
  // @ts-expect-error -- no such hash
  expect(() => createTranslator({ hash: 'md5' })).toThrow('hash: It must be "sha256", "sha512" or "both".');
});
