import type { SettingsInput } from '@loop-adapters/core';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCoreExamples } from '@loop-adapters/testing/core-examples';
import type { Settings } from '../src';
import { endpointProblems } from '../src/loop/public-endpoint';
import { settingsTable, type SettingRow } from '../src/loop/settings-table';

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

/**
 * The settings as somebody would type them into Segment's dashboard.
 * @throws Error that names the settings that Segment does not have
 */
function segmentSettings({ sourceHash, ...others }: SettingsInput): Settings {
  const core: Record<string, unknown> = structuredClone({
    ...others,
    sourceHash: typeof sourceHash === 'string' ? { android: sourceHash, ios: sourceHash } : sourceHash,
  });
  const rows: [string, SettingRow][] = Object.entries(settingsTable);
  const settings = rows.flatMap(([name, { core: path, form }]) => {
    const value = takeAt(core, path);
    if (value === null && form === 'key') return [[name, 'none']];
    return value === undefined
      ? []
      : [[name, form === 'list' || form === 'rule' ? [value as string | readonly string[]].flat().join(',') : value]];
  });
  const unknown = Object.entries(core).filter(([, value]) => !isEmpty(value));
  if (unknown.length > 0) throw new Error(`Segment has no settings ${unknown.map(([name]) => name).join()}.`);
  return Object.fromEntries(settings) as Settings;
}

function takeAt(object: Record<string, unknown>, [key, inner]: SettingRow['core']): unknown {
  if (inner !== undefined) return takeAt((object[key] ?? {}) as Record<string, unknown>, [inner]);
  const value = object[key];
  object[key] = undefined;
  return value;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && Object.values(value).every(isEmpty));
}

/** An example of the core, or a case of the corpora, with its settings in both forms; null for those Segment lacks. */
export interface CoreExample {
  readonly name: string;
  readonly event: ExampleEvent;
  readonly core: SettingsInput;
  readonly segment: Settings | null;
}

interface Example {
  readonly name: string;
  readonly event: unknown;
  readonly settings?: SettingsInput;
}

const cases = readJson(join(__dirname, '../../core/corpora/cases.json')) as Example[];

/** Every example and case of the core whose event is one that Segment's presets send to the actions. */
export const coreExamples: readonly CoreExample[] = [
  ...readCoreExamples(() => '').flatMap(({ examples }) => examples.filter(({ known }) => known === undefined)),
  ...cases,
]
  .filter(({ event }) => isCall(event))
  .map(({ name, event, settings = {} }) => ({
    name,
    event: event as ExampleEvent,
    core: settings,
    segment: segmentSettingsOrNull(settings),
  }));

function isCall(event: unknown): boolean {
  const { type } = (event ?? {}) as { readonly type?: unknown };
  return ['track', 'identify', 'screen', 'page'].includes(type as string);
}

function segmentSettingsOrNull(settings: SettingsInput): Settings | null {
  // Segment itself refuses a destination without one. Its servers send to no host but a public one.
  if (isEmpty(settings.sourceHash) || endpointProblems(settings.endpoint).length > 0) return null;
  try {
    return segmentSettings(settings);
  } catch {
    return null;
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
