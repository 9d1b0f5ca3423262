import { clientForm, readAdapterSettings, type ClientSettings, type Report } from '@loop-adapters/client';
import { functionForm, type GroupForm } from '@loop-adapters/core/bare';
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

/** The client's settings and the plugin's own. */
export const pluginForm: GroupForm = {
  type: 'object',
  entries: { ...clientForm.entries, page: { type: 'boolean', default: false }, report: functionForm },
};

/** @throws SettingsError that lists every problem of the settings. */
export function parseLoopSettings(settings: LoopPluginSettings): ParsedLoopSettings {
  readAdapterSettings(pluginForm, settings);
  const { page = false, report = consoleReport((globalThis as { console?: Console }).console), ...client } = settings;
  return { page, report, client };
}
