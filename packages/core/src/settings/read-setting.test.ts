import { readSetting } from './read-setting.js';
import type { SettingsProblem } from './settings-error.js';
import { functionForm, type Form } from './settings-form.js';

/** The value as it is read, or the messages by path. */
function read(form: Form, value: unknown) {
  const problems: SettingsProblem[] = [];
  const result = readSetting(form, value, [], problems);
  return problems.length === 0 ? { result } : { problems: problems.map(({ path, message }) => [path, message]) };
}

const text = { type: 'string', trim: true, min: 1, max: 5 } as const;
const number = { type: 'number', min: 1, max: 9, default: 3 } as const;
const part = { type: 'number', min: 0, max: 1, fraction: true } as const;
const list = { type: 'array', items: text, min: 1, max: 2 } as const;
const choice = { enum: ['all', 'none'] } as const;
const group: Form = {
  type: 'object',
  entries: { name: text, count: number },
  rules: [[({ name }) => name !== 'Ana', 'must be of another']],
};

describe('readSetting', () => {
  it.each<[string, Form, unknown, unknown]>([
    ['text without white space', text, ' a b ', 'a b'],
    ['text as it is', { type: 'string' }, ' a ', ' a '],
    ['nothing', text, undefined, undefined],
    ['a default', number, undefined, 3],
    ['a number', number, 9, 9],
    ['a fraction', part, 0.5, 0.5],
    ['a function', functionForm, String, String],
    ['a choice', choice, 'none', 'none'],
    ['a list', list, ['a', ' b'], ['a', 'b']],
    ['one of two forms', { anyOf: [choice, list] }, ['a'], ['a']],
    ['null', { anyOf: [text, { type: 'null' }] }, null, null],
    ['true', { type: 'boolean' }, true, true],
    ['an object with its defaults', group, { name: 'Eva' }, { name: 'Eva', count: 3 }],
    ['an object without what is undefined', group, { name: undefined }, { count: 3 }],
    ['an object by default', { ...group, default: {} }, undefined, { count: 3 }],
  ])('reads %s', (_, form, value, result) => {
    expect(read(form, value)).toEqual({ result });
  });

  it.each<[Form, unknown, string, string]>([
    [text, ' ', '', 'It must not be empty; leave it out.'],
    [text, 'abcdef', '', 'It must have at most 5 characters.'],
    [text, 7, '', 'It must be text.'],
    [{ type: 'string', rules: [[/^a/, 'must begin with a']] }, 'b', '', 'It must begin with a.'],
    [number, Number.NaN, '', 'It must be a whole number from 1 to 9.'],
    [number, 1.5, '', 'It must be a whole number from 1 to 9.'],
    [number, 0, '', 'It must be a whole number from 1 to 9.'],
    [number, 10, '', 'It must be a whole number from 1 to 9.'],
    [number, '3', '', 'It must be a whole number from 1 to 9.'],
    [part, 1.01, '', 'It must be a number from 0 to 1.'],
    [part, true, '', 'It must be a number from 0 to 1.'],
    [{ anyOf: [number, list] }, 0, '', 'It must be a whole number from 1 to 9 or a list.'],
    [functionForm, 'log', '', 'It must be a function.'],
    [list, [], '', 'It must not be empty; leave it out.'],
    [list, ['a', 'b', 'c'], '', 'It must have at most 2 values.'],
    [list, ['a', undefined], '1', 'It must be text.'],
    [list, {}, '', 'It must be a list.'],
    [choice, 'nome', '', 'It must be "all" or "none". Did you mean "none"?'],
    [{ anyOf: [choice, list] }, true, '', 'It must be "all", "none" or a list.'],
    [{ anyOf: [text, { type: 'null' }] }, 7, '', 'It must be text or null.'],
    [{ type: 'boolean' }, 'true', '', 'It must be true or false.'],
    [group, [], '', 'It must be an object.'],
    [group, null, '', 'It must be an object.'],
    [group, { name: 'Ana' }, '', 'It must be of another.'],
    [group, { nam: 'Ana' }, 'nam', 'There is no such setting. Did you mean "name"?'],
    [group, { toString: 'Ana' }, 'toString', 'There is no such setting. Known here: name, count.'],
    [group, JSON.parse('{ "__proto__": {} }'), '__proto__', 'There is no such setting. Known here: name, count.'],
  ])('of %j refuses %j', (form, value, path, message) => {
    expect(read(form, value)).toEqual({ problems: [[path, message]] });
  });

  it('names every problem, and checks an object as a whole only if its parts are right', () => {
    expect(read(group, { name: '', count: 'many', color: 'red', size: 1 })).toEqual({
      problems: [
        ['name', 'It must not be empty; leave it out.'],
        ['count', 'It must be a whole number from 1 to 9.'],
        ['color', 'There is no such setting. Known here: name, count.'],
        ['size', 'There is no such setting. Known here: name, count.'],
      ],
    });
  });

  it.each<[unknown, readonly (readonly [string, string])[]]>([
    [
      {},
      [
        ['key', 'It is missing.'],
        ['secret', 'It is missing. Set it, or set "relay".'],
      ],
    ],
    [{ key: '', relay: 'https://relay.example.com' }, [['key', 'It must not be empty.']]],
    [{ key: 'a', secret: 'b' }, []],
  ])('misses what a group needs: %j', (value, messages) => {
    const needs: Form = {
      type: 'object',
      entries: {
        key: { ...text, required: true },
        secret: { ...text, required: { unless: 'relay' } },
        relay: { type: 'string' },
      },
    };
    expect(read(needs, value)).toEqual(messages.length === 0 ? { result: value } : { problems: messages });
  });
});
