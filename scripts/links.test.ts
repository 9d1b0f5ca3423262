import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(__dirname, '..');

/** The Markdown files that people wrote: those of the root, the docs, the examples, the packages. */
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...['docs', 'examples', 'packages'].flatMap(markdownIn)];

function markdownIn(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    if (['node_modules', 'dist', 'CHANGELOG.md'].includes(name)) return [];
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return markdownIn(path);
    return name.endsWith('.md') ? [path] : [];
  });
}

const read = (page: string) => readFileSync(join(root, page), 'utf8');

/** Where the links of a page lead: a file of this repository and, after `#`, a heading of it. */
function localLinks(page: string): { file: string; heading: string | undefined }[] {
  const text = read(page).replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, 'code');
  return [...text.matchAll(/\]\((?!\w+:)([^)\s]+)\)/g)].map(([, target = '']) => {
    const [path = '', heading] = target.split('#');
    return { file: path === '' ? page : join(dirname(page), path), heading };
  });
}

/** The anchors that GitHub makes of a page's headings. */
function anchorsOf(page: string): string[] {
  return [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

it.each(pages)('%s has no link that leads nowhere', (page) => {
  const dead = localLinks(page).filter(
    ({ file, heading }) =>
      !existsSync(join(root, file)) || (heading !== undefined && !anchorsOf(file).includes(heading)),
  );
  expect(dead).toEqual([]);
});

it('the index of the docs names every page of theirs', () => {
  const named = localLinks('docs/README.md').map(({ file }) => file);
  // The site's front page is no page of the repository, and the Spanish ones are named where the English ones are.
  const missing = markdownIn('docs').filter(
    (page) =>
      !['docs/README.md', 'docs/index.md'].includes(page) && !page.startsWith('docs/es/') && !named.includes(page),
  );
  expect(missing.map((page) => relative('docs', page))).toEqual([]);
});
