import type { NoteCode, PersonalDataKind, ProblemCode, ReasonCode } from '../codes/codes.js';
import type { LoopRequest } from '../request/request.js';
import type { ParameterName } from '../table/table.js';

/** What a remark is about. `source` is a path into the event or the settings; neither ever holds a value. */
interface Remark<Code extends string> {
  readonly code: Code;
  /** Loop's parameter, a field of the table, or `value[key]`; null if the remark is about the event as a whole. */
  readonly parameter: ParameterName | `value[${string}]` | null;
  readonly source: string | null;
  /** One sentence or two that tell a person what it means and what to do; empty without the tool `describe`. */
  readonly message: string;
}

export type Reason = Remark<ReasonCode>;
export type Problem = Remark<ProblemCode>;

/** A note of the code `personal_data` says which kind was found. */
export interface Note extends Remark<NoteCode> {
  readonly kind?: PersonalDataKind;
}

/** The event can be sent: here is the request. */
export interface Ready {
  readonly status: 'ready';
  readonly request: LoopRequest;
  readonly notes: readonly Note[];
}

/** The event must not or need not be sent; nothing is wrong. */
export interface Skipped {
  readonly status: 'skipped';
  readonly reason: Reason;
  readonly notes: readonly Note[];
}

/** The event should have been sent, but Loop could not take it; every problem is named. */
export interface Invalid {
  readonly status: 'invalid';
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
}

export type Outcome = Ready | Skipped | Invalid;
