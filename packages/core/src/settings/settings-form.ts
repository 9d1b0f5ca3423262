/** What a value must be besides its type: a pattern or a function, and the sentence that follows "It". */
export type Rule<T> = readonly [test: RegExp | ((value: T) => boolean), must: string];

/** What every form may say. */
interface About {
  /** Taken if the setting is left out; without one the setting stays absent. */
  readonly default?: unknown;
  /** Whether a group without it is refused; or the other setting that may stand in its place. */
  readonly required?: true | { readonly unless: string };
  /** What it is for, in a sentence. What a page loads has its descriptions in a table of their own. */
  readonly description?: string;
  /** Its type in TypeScript, where the form itself does not tell it. */
  readonly typeName?: string;
}

interface TextForm extends About {
  readonly type: 'string';
  /** Whether white space around it goes. */
  readonly trim?: true;
  /** Of its length, in UTF-16 units. */
  readonly min?: 1;
  readonly max?: number;
  readonly rules?: readonly Rule<string>[];
}

/**
 * A number between two bounds, both included: a whole one, unless fractions are allowed. `Number.MAX_SAFE_INTEGER` is no
 * bound.
 */
interface NumberForm extends About {
  readonly type: 'number';
  readonly min: number;
  readonly max: number;
  readonly fraction?: true;
}

interface ListForm extends About {
  readonly type: 'array';
  readonly items: SingleForm;
  /** Of its length. */
  readonly min?: 1;
  readonly max: number;
}

interface ChoiceForm extends About {
  readonly enum: readonly string[];
}

interface PlainForm extends About {
  readonly type: 'boolean' | 'null';
}

/** An object that has these keys and no other. */
export interface GroupForm extends About {
  readonly type: 'object';
  readonly entries: Readonly<Record<string, Form>>;
  /** The key that tells it from another object that could stand here too. */
  readonly mark?: string;
  readonly rules?: readonly Rule<Readonly<Record<string, unknown>>>[];
}

/** What only a program can pass, such as a function: no file, variable or dashboard can hold it. */
interface ProgramForm extends About {
  readonly is: (value: unknown) => boolean;
  /** Completes the sentence "It must be …". */
  readonly words: string;
}

/** Forms that a type, a list of words or a function tells apart. */
export type SingleForm = TextForm | NumberForm | ListForm | ChoiceForm | PlainForm | GroupForm | ProgramForm;

interface EitherForm extends About {
  readonly anyOf: readonly SingleForm[];
}

/** What a setting may be, as data: its check, its type, its default and its JSON Schema are made from it. */
export type Form = SingleForm | EitherForm;

/** The form of a function. */
export const functionForm = { is: (value: unknown) => typeof value === 'function', words: 'a function' } as const;
