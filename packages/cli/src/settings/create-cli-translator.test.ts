import { settingLeaves, settingsSchema, type Form } from '@loop-adapters/core';

import { UsageError } from '../terminal/usage-error.js';
import { createCliTranslator } from './create-cli-translator.js';
import { settingOptions, type SettingKind } from './setting-options.js';

describe('createCliTranslator', () => {
  it('says where each wrong setting came from, and shows no value', () => {
    const origins = new Map([
      ['hash', 'LOOP_HASH'],
      ['app', 'loop.config.json'],
      ['app.id', '--app-id'],
    ]);
    const input = { hash: 'sha-256', app: { id: '', title: 'x' }, sourceHash: 'S E C R E T' } as never;
    let message = '';
    try {
      createCliTranslator({ input, origins, configFile: 'loop.config.json', serve: undefined });
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
      message = (error as UsageError).message;
    }
    const places = message.split('\n').map((line) => line.split(':')[0]);
    expect(new Set(places)).toEqual(
      new Set([
        "The settings can't be used",
        '  sourceHash',
        '  app.id (from --app-id)',
        '  app.title (from loop.config.json)',
        '  hash (from LOOP_HASH)',
      ]),
    );
    expect(message).toContain('Did you mean "sha256"?');
    expect(message).not.toContain('E C R');
  });
});

describe('settingOptions', () => {
  const leaves = settingLeaves(settingsSchema);

  it('has an option for every setting of the core', () => {
    // One source hash for both platforms is an option of its own.
    const paths = ['sourceHash', ...leaves.map(({ path }) => path)];
    expect(settingOptions.map(({ path }) => path).sort()).toEqual(paths.sort());
  });

  it.each(leaves.map(({ path, form }) => [path, form] as const))('reads %s as its form has it', (path, form) => {
    expect(settingOptions.find((option) => option.path === path)?.kind).toBe(kindOf(form));
  });
});

function kindOf(form: Form): SettingKind {
  if ('anyOf' in form) return form.anyOf.some((each) => 'enum' in each) ? 'listOrWord' : 'textOrNone';
  if (!('type' in form)) return 'text';
  return kinds[form.type];
}

const kinds = {
  string: 'text',
  number: 'number',
  boolean: 'switch',
  array: 'list',
  object: 'sources',
  null: 'textOrNone',
} as const;
