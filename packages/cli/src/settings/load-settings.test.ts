import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { UsageError } from '../terminal/usage-error.js';
import { createCliTranslator } from './create-cli-translator.js';
import { loadSettings, flagName } from './load-settings.js';
import { settingOptions } from './setting-options.js';

let folder: string;
let empty: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'loop-settings-'));
  empty = mkdtempSync(path.join(tmpdir(), 'loop-no-settings-'));
  const settings = { $schema: 'x', sourceHash: 'FILE', country: 'AR', app: { id: 'com.example.file', name: 'File' } };
  writeFileSync(path.join(folder, 'loop.config.json'), JSON.stringify(settings));
  writeFileSync(path.join(folder, 'other.json'), '{"country":"CL"}');
  writeFileSync(path.join(folder, 'broken.json'), '{"sourceHash":"SECRET",}');
  writeFileSync(path.join(folder, 'list.json'), '["SECRET"]');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(empty, { recursive: true });
});

describe('loadSettings', () => {
  it('has nothing where nothing is given', async () => {
    expect(await loadSettings({}, {}, empty)).toEqual({ input: {}, origins: new Map(), configFile: null });
  });

  it('takes a flag before the environment, and the environment before the file', async () => {
    const loaded = await loadSettings({ country: 'MX' }, { LOOP_COUNTRY: 'PE', LOOP_APP_NAME: 'Env' }, folder);
    expect(loaded).toEqual({
      input: { sourceHash: 'FILE', country: 'MX', app: { id: 'com.example.file', name: 'Env' } },
      origins: new Map([
        ['sourceHash', 'loop.config.json'],
        ['country', '--country'],
        ['app', 'loop.config.json'],
        ['app.name', 'LOOP_APP_NAME'],
      ]),
      configFile: 'loop.config.json',
    });
  });

  it('reads the file that is named', async () => {
    const byFlag = await loadSettings({ config: 'other.json' }, { LOOP_CONFIG: 'broken.json' }, folder);
    const byVariable = await loadSettings({}, { LOOP_CONFIG: 'other.json' }, folder);
    expect([byFlag.input, byVariable.input]).toEqual([{ country: 'CL' }, { country: 'CL' }]);
  });

  it('lets one platform’s source hash win over the common one, which stays for the other', async () => {
    const { input } = await loadSettings({}, { LOOP_SOURCE_HASH: 'ENV', LOOP_SOURCE_HASH_IOS: 'IOS' }, folder);
    expect(input).toEqual(expect.objectContaining({ sourceHash: { android: 'ENV', ios: 'IOS' } }));
  });

  it('reads every kind of value', async () => {
    const environment = {
      LOOP_SOURCE_HASH: '',
      LOOP_PROPERTIES: 'plan, amount',
      LOOP_EXCLUDE: 'a,b,',
      LOOP_EVENT_KEY: 'none',
      LOOP_MAX_URL_LENGTH: '2000',
      LOOP_GUESS_LOCALE: 'No',
      LOOP_FULL_BIRTH_DATE: '1',
      LOOP_CONSENT_REQUIRED: 'Advertising',
    };
    const flags = { source: ['apps=properties.my_apps', 'ct=properties.pais,traits.pais'] };
    expect((await loadSettings(flags, environment, empty)).input).toEqual({
      properties: ['plan', 'amount'],
      exclude: ['a', 'b'],
      eventKey: null,
      maxUrlLength: 2000,
      guess: { locale: false },
      demographics: { fullBirthDate: true },
      consent: { required: ['Advertising'] },
      sources: { apps: ['properties.my_apps'], ct: ['properties.pais', 'traits.pais'] },
    });
  });

  it('takes all and none as words', async () => {
    expect((await loadSettings({ properties: 'none' }, {}, empty)).input).toEqual({ properties: 'none' });
  });

  it.each([
    [{ config: 'gone.json' }, {}, "The settings' file gone.json does not exist."],
    [
      { config: 'broken.json' },
      {},
      "The settings' file broken.json is not valid JSON. Look for a missing comma, quote or bracket.",
    ],
    [
      { config: 'list.json' },
      {},
      'The settings\' file list.json must hold a JSON object, such as { "country": "AR" }.',
    ],
    [{ source: ['apps'] }, {}, '--source: It must have the form parameter=path,path. Example: apps=properties.my_apps'],
  ])('refuses %j %j', async (flags, environment, message) => {
    await expect(loadSettings(flags, environment, folder)).rejects.toEqual(new UsageError(message));
  });

  it('leaves what is no number and neither yes nor no to the core, which names all problems at once', async () => {
    const loaded = await loadSettings({ maxUrlLength: 'many' }, { LOOP_GUESS_LOCALE: 'maybe' }, empty);
    expect(() => createCliTranslator(loaded)).toThrow(
      new UsageError(
        "The settings can't be used:\n" +
          '  guess.locale (from LOOP_GUESS_LOCALE): It must be true or false.\n' +
          '  maxUrlLength (from --max-url-length): It must be a whole number from 100 to 100000.',
      ),
    );
  });
});

describe('settingOptions', () => {
  it('names every flag, variable and path once', () => {
    const names = settingOptions.flatMap(({ flag, variable, path: where }) => [flagName(flag), variable, where]);
    expect(new Set(names).size).toBe(names.length);
  });
});
