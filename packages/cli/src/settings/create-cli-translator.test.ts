import { settingsSchema } from '@loop-adapters/core';

import { UsageError } from '../terminal/usage-error.js';
import { createCliTranslator } from './create-cli-translator.js';
import { settingOptions } from './setting-options.js';

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
  it('has an option for every setting of the core', () => {
    const covered = new Set(settingOptions.map(({ path }) => path.split('.')[0]));
    expect([...covered].sort()).toEqual(Object.keys(settingsSchema.entries).sort());
  });
});
