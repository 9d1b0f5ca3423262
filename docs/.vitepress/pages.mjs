// Which Markdown files are pages of the site, and where each one stands there. The files stay where a reader of the
// repository looks for them: a package's README in its folder.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root directory, from which files are named here. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What stands outside `docs/`, by file. `docs/README.md` is the list of all pages; `docs/index.md` is the front page. */
const elsewhere = {
  'README.md': 'overview.md',
  'CONTRIBUTING.md': 'contributing.md',
  'SECURITY.md': 'reporting-a-weakness.md',
  'CHANGELOG.md': 'changelog.md',
  'examples/README.md': 'examples.md',
  'examples/web/README.md': 'examples-web.md',
  'docs/README.md': 'all-pages.md',
  ...Object.fromEntries(
    readdirSync(join(root, 'packages'))
      .filter((name) => existsSync(join(root, 'packages', name, 'README.md')))
      .map((name) => [`packages/${name}/README.md`, `packages/${name}.md`]),
  ),
};

/** Every page's file and its place on the site: `docs/relay.md` is `relay.md`, `docs/es/relay.md` is `es/relay.md`. */
export const places = {
  ...Object.fromEntries(markdownIn('docs').map((file) => [file, relative('docs', file)])),
  ...elsewhere,
};

/**
 * Where a link of a page leads on the site.
 *
 * @param file the page's file, from the root of the repository
 * @param link as it is written, such as `../packages/segment#settings`
 * @returns the place on the site, with a slash before it; the file or folder that is no page; or null where neither is
 */
export function targetOf(file, link) {
  const [path = '', heading] = link.split('#');
  const target = path === '' ? file : join(dirname(file), decodeURI(path));
  const anchor = heading === undefined ? '' : `#${heading}`;
  const page = [target, join(target, 'README.md')].find((name) => name in places);
  if (page !== undefined) return { page: `/${places[page].replace(/(?:index)?\.md$/, '')}${anchor}` };
  if (!existsSync(join(root, target))) return null;
  return { file: `${statSync(join(root, target)).isDirectory() ? 'tree' : 'blob'}/main/${target}${anchor}` };
}

function markdownIn(folder) {
  return readdirSync(join(root, folder)).flatMap((name) => {
    if (name === 'node_modules' || name === '.vitepress') return [];
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return markdownIn(path);
    return name.endsWith('.md') ? [path] : [];
  });
}
