import { join } from 'node:path';
import { entriesOf, workspaces } from './workspaces.mjs';

const sources = new Map(
  workspaces.flatMap((workspace) =>
    entriesOf(workspace)
      .filter(({ source }) => source !== null)
      .map(({ subpath, source }) => [join(workspace.manifest.name, subpath), join(workspace.directory, source)]),
  ),
);

/**
 * An esbuild plugin that takes the other packages from their sources, so that a bundle never holds an older build:
 * `@loop-adapters/core/bare` is packages/core/src/translate/bare.ts.
 */
export const workspaceSources = {
  name: 'workspace-sources',
  setup({ onResolve }) {
    onResolve({ filter: /^[^.]/ }, ({ path }) => (sources.has(path) ? { path: sources.get(path) } : undefined));
  },
};
