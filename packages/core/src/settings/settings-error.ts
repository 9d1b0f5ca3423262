/** One thing that is wrong with the settings. */
export interface SettingsProblem {
  /** Where, as a path: `app.id`, `exclude.0`; empty for the settings as a whole. */
  readonly path: string;
  /** What is accepted there, and what was probably meant. It never holds the value. */
  readonly message: string;
}

/** Thrown by `createTranslator` for settings that can't be used. It lists every problem. */
export class SettingsError extends Error {
  readonly code = 'invalid_settings';
  readonly problems: readonly SettingsProblem[];

  constructor(problems: readonly SettingsProblem[]) {
    const lines = problems.map(({ path, message }) => `- ${path === '' ? 'settings' : path}: ${message}`);
    super(`The settings of Loop can't be used:\n${lines.join('\n')}`);
    this.name = 'SettingsError';
    this.problems = problems;
  }
}
