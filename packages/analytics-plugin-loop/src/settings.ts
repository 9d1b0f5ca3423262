import type { ClientSettings, Report } from '@loop-adapters/client';
import {
  hasSource,
  missingSource,
  normalizeSourceHash,
  SettingsError,
  type SettingsProblem,
} from '@loop-adapters/core/bare';
import { consoleReport, type Console } from './console-report.js';

/** The settings of the plugin: the core's, what only the app knows, and two of its own. */
export interface LoopPluginSettings extends ClientSettings {
  /** Whether `analytics.page()` is sent too. */
  readonly page?: boolean;
  /** Told once for every event what became of it; without it the console is told, once per cause. */
  readonly report?: (report: Report) => void;
}

/** The plugin's own settings, checked, and the client's as they came. */
export interface ParsedLoopSettings {
  readonly page: boolean;
  readonly report: (report: Report) => void;
  readonly client: ClientSettings;
}

/** @throws SettingsError that lists every problem of the plugin's own settings. */
export function parseLoopSettings(settings: LoopPluginSettings): ParsedLoopSettings {
  const given: unknown = settings;
  if (typeof given !== 'object' || given === null) {
    throw new SettingsError([{ path: '', message: 'It must be an object, such as { sourceHash: "…" }.' }]);
  }
  const { page = false, report = consoleReport((globalThis as { console?: Console }).console), ...client } = settings;
  const problems: SettingsProblem[] = [];
  if (typeof page !== 'boolean') problems.push({ path: 'page', message: 'It must be true or false.' });
  if (typeof report !== 'function') problems.push({ path: 'report', message: 'It must be a function.' });
  const sourceHash = normalizeSourceHash(client.sourceHash);
  if (!hasSource({ sourceHash, relay: client.relay })) problems.push(missingSource());
  if (problems.length > 0) throw new SettingsError(problems);
  return { page, report, client };
}
