import type { SettingsInput } from '@loop-adapters/core';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../src';

const root = join(__dirname, '../../../examples');

/** An event of `examples/`, as far as the tests read it. */
export interface ExampleEvent {
  readonly type: string;
  readonly messageId: string;
}

/** A folder of `examples/`: its events, and its settings as the core takes them and as Segment does. */
export interface ExampleFolder {
  readonly folder: string;
  readonly core: SettingsInput;
  readonly segment: Settings;
  readonly events: readonly ExampleEvent[];
}

export const exampleFolders: readonly ExampleFolder[] = ['.', 'consent', 'fallbacks'].map((folder) => {
  const directory = join(root, folder);
  const core = readJson(join(directory, 'loop.config.json')) as SettingsInput;
  const files = readdirSync(directory).filter((name) => name.endsWith('.json') && name !== 'loop.config.json');
  return {
    folder,
    core,
    segment: segmentSettings(core),
    events: files.flatMap((file) => readJson(join(directory, file)) as ExampleEvent[]),
  };
});

/** The settings as somebody would type them into Segment's dashboard. */
function segmentSettings({ sourceHash, app, country, device, consent, ...rest }: SettingsInput): Settings {
  if (Object.keys(rest).length > 0)
    throw new Error(`The examples have settings unknown here: ${Object.keys(rest).join()}`);
  const { android = '', ios = '' } = typeof sourceHash === 'object' ? sourceHash : {};
  return {
    androidSourceHash: android,
    iosSourceHash: ios,
    country: country ?? '',
    appId: app?.id ?? '',
    appName: app?.name ?? '',
    deviceModel: device?.model ?? '',
    consentCategories: (consent?.required ?? []).join(', '),
  };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
