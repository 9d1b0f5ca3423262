/** One thing that is wrong with the settings. */
export interface SettingsProblem {
  /** Where, as a path: `app.id`, `exclude.0`; empty for the settings as a whole. */
  readonly path: string;
  /** A sentence: what is accepted there, and what was probably meant. It never holds the value. */
  readonly message: string;
}

/** Thrown for settings that can't be used. It lists every problem. */
export class SettingsError extends Error {
  readonly code = 'invalid_settings';
  readonly problems: readonly SettingsProblem[];

  constructor(problems: readonly SettingsProblem[]) {
    const lines = problems.map((problem) => `- ${describeSettingsProblem(problem)}`);
    super(`The settings of Loop can't be used:\n${lines.join('\n')}`);
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

/**
 * A problem as one line, in the one form that it has everywhere.
 *
 * @param name what the setting is called where the reader sees it, such as a flag or a label; its path if left out
 * @example
 * describeSettingsProblem({ path: 'app.id', message: 'It must be text.' }) // 'app.id: It must be text.'
 */
export function describeSettingsProblem({ path, message }: SettingsProblem, name = path): string {
  return `${name === '' ? 'settings' : name}: ${message}`;
}
