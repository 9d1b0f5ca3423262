/** What a value must be besides its type: a pattern or a function, and the sentence that follows "It". */
export type Rule<T> = readonly [test: RegExp | ((value: T) => boolean), must: string];

interface WithDefault {
  /** Taken if the setting is left out; without one the setting stays absent. */
  readonly default?: unknown;
}

interface TextForm extends WithDefault {
  readonly type: 'string';
  /** Whether white space around it goes. */
  readonly trim?: true;
  /** Of its length, in UTF-16 units. */
  readonly min?: 1;
  readonly max?: number;
  readonly rules?: readonly Rule<string>[];
}

/** A whole number. */
interface NumberForm extends WithDefault {
  readonly type: 'number';
  readonly min: number;
  readonly max: number;
}

interface ListForm extends WithDefault {
  readonly type: 'array';
  readonly items: TextForm;
  /** Of its length. */
  readonly min?: 1;
  readonly max: number;
}

interface ChoiceForm extends WithDefault {
  readonly enum: readonly string[];
}

interface PlainForm extends WithDefault {
  readonly type: 'boolean' | 'null';
}

/** An object that has these keys and no other. */
export interface GroupForm extends WithDefault {
  readonly type: 'object';
  readonly entries: Readonly<Record<string, Form>>;
  readonly rules?: readonly Rule<Readonly<Record<string, unknown>>>[];
}

/** Forms that a type or a list of words tells apart. */
export type SingleForm = TextForm | NumberForm | ListForm | ChoiceForm | PlainForm | GroupForm;

interface EitherForm extends WithDefault {
  readonly anyOf: readonly SingleForm[];
}

/** What a setting may be, as data: its check, its type, its default and its JSON Schema are made from it. */
export type Form = SingleForm | EitherForm;

interface Plain {
  readonly string: string;
  readonly number: number;
  readonly boolean: boolean;
  readonly null: null;
}

/** What a user may write for a form, or what becomes of that once every default is in place. */
export type SettingOf<F, Side extends 'input' | 'output'> = F extends { readonly anyOf: readonly (infer Option)[] }
  ? SettingOf<Option, Side>
  : F extends { readonly enum: readonly (infer Choice)[] }
    ? Choice
    : F extends { readonly items: infer Item }
      ? SettingOf<Item, Side>[]
      : F extends { readonly entries: infer Entries }
        ? Group<Entries, Side, Present<Entries, Side>>
        : F extends { readonly type: infer Type extends keyof Plain }
          ? Plain[Type]
          : never;

/** The keys that are always there: those with a default, once it is in place. */
type Present<Entries, Side> = Side extends 'input'
  ? never
  : { [Key in keyof Entries]: Entries[Key] extends { readonly default: unknown } ? Key : never }[keyof Entries];

type Group<Entries, Side extends 'input' | 'output', Keys> = {
  -readonly [Key in keyof Entries as Key extends Keys ? Key : never]: SettingOf<Entries[Key], Side>;
} & {
  -readonly [Key in keyof Entries as Key extends Keys ? never : Key]?: SettingOf<Entries[Key], Side> | undefined;
};
