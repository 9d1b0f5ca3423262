import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { entriesOf, sourceOf, workspaces } from './scripts/workspaces.mjs';

/** What a package offers, as sources, and the scripts that its package.json runs. */
const packages = Object.fromEntries(
  workspaces.map((workspace) => {
    const bins = Object.values(workspace.manifest.bin ?? {}).map(sourceOf);
    const entries = [...entriesOf(workspace).map(({ source }) => source), ...bins].filter((source) => source !== null);
    const scripts = existsSync(join(workspace.directory, 'scripts')) ? ['scripts/*.mjs'] : [];
    return [
      `packages/${workspace.folder}`,
      {
        entry: [...entries.map((source) => `${source}!`), 'src/**/*.test.ts', ...scripts],
        project: ['src/**/*.ts', ...scripts],
      },
    ];
  }),
);

export default {
  workspaces: {
    '.': { entry: ['scripts/*.mjs', 'scripts/*.cjs', 'scripts/*.test.ts'], project: ['scripts/**/*.{mjs,cjs,ts}'] },
    ...packages,
  },
  // bench/ is a package of its own, outside the workspaces.
  ignore: ['bench/**', '**/dist/**'],
  // scripts/check.mjs runs them by name.
  ignoreDependencies: ['publint', '@arethetypeswrong/cli'],
};
