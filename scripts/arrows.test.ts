import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

// Who may import whom. A package or room may import what stands in its line, and itself; nothing else. To let one
// import another, add it here: then everybody sees the new arrow.

const packages: Readonly<Record<string, readonly string[]>> = {
  core: [],
  client: ['core'],
  delivery: ['core'],
  segment: ['core'],
  rudderstack: ['client', 'core'],
  'analytics-plugin-loop': ['client', 'core'],
  cli: ['delivery', 'core'],
};

/** The core's rooms, from the ground up: each may import those before it. */
const coreRooms = [
  'codes',
  'normalize',
  'hash',
  'guard',
  'permission',
  'table',
  'loop-api',
  'request',
  'settings',
  'translate',
] as const;

const root = join(__dirname, '..');

/** The files of a package that are not tests. */
function sourcesOf(name: string): string[] {
  const folder = join(root, 'packages', name, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|(^|\/)(testing|__tests__)\//.test(file))
    .map((file) => join(folder, file));
}

/** What a file imports, types included. */
function importsOf(file: string): string[] {
  const code = readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\//g, '');
  return [...code.matchAll(/(?:\bfrom|^import|\bimport\()\s*'([^']+)'/gm)].map(([, name = '']) => name);
}

/** The file that a relative import means; null for an import of another package. */
function targetOf(file: string, name: string): string | null {
  if (!name.startsWith('.')) return null;
  const path = join(dirname(file), name.replace(/\.js$/, ''));
  if (existsSync(`${path}.ts`)) return `${path}.ts`;
  return existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.ts') : null;
}

describe.each(Object.entries(packages))('%s', (name, allowed) => {
  const files = sourcesOf(name);

  it('imports no other package than those of its line', () => {
    const names = files.flatMap(importsOf).map((from) => /^@loop-adapters\/([\w-]+)/.exec(from)?.[1]);
    expect(names.filter((from) => from !== undefined && ![name, ...allowed].includes(from))).toEqual([]);
  });

  it('has no circle of files, types included', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .map((from) => targetOf(file, from))
          .filter((to) => to !== null),
      ]),
    );
    expect(findCircle(graph)?.map((file) => relative(root, file)) ?? []).toEqual([]);
  });
});

it('the rooms of the core import those below them alone', () => {
  const roomOf = (file: string): string => relative(join(root, 'packages/core/src'), file).split('/')[0] ?? '';
  const wrong = sourcesOf('core').flatMap((file) =>
    importsOf(file).flatMap((name) => {
      const target = targetOf(file, name);
      if (target === null || roomOf(file) === 'index.ts') return [];
      const [from, to] = [roomOf(file), roomOf(target)].map((room) => coreRooms.findIndex((each) => each === room));
      return from !== undefined && to !== undefined && to <= from && to !== -1
        ? []
        : [`${relative(root, file)} → ${relative(root, target)}`];
    }),
  );
  expect(wrong).toEqual([]);
});

/** A circle, if there is one: each file imports the next, the last one the first. */
function findCircle(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | null => {
    if (path.includes(file)) return path.slice(path.indexOf(file));
    if (done.has(file)) return null;
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle !== null) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle !== null) return circle;
  }
  return null;
}
