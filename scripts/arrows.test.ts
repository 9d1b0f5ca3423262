import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

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

/**
 * The rooms of the packages that have them, from the ground up: each may import those before it. `index.ts` of a package or
 * a room is an entry, which shows what stands elsewhere, so it may import any.
 */
const rooms: Readonly<Record<string, readonly string[]>> = {
  core: ['codes', 'normalize', 'hash', 'guard', 'permission', 'table', 'loop-api', 'request', 'settings', 'translate'],
  client: ['host', 'page', 'payload', 'settings', 'sending'],
  delivery: ['settings', 'sender', 'queue', 'deliverer', 'sandbox', 'relay'],
  cli: ['terminal', 'input', 'settings', 'commands', 'program'],
};

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

  it('has no two files of one name', () => {
    // Segment's repository wants a file of this name beside the destination and beside each action.
    const names = files
      .map((file) => basename(file))
      .filter((file) => !['index.ts', 'generated-types.ts'].includes(file));
    expect(names.filter((file, index) => names.indexOf(file) !== index)).toEqual([]);
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

describe.each(Object.entries(rooms))('the rooms of %s', (name, order) => {
  const folder = join(root, 'packages', name, 'src');
  const roomOf = (file: string): string => relative(folder, file).split('/')[0] ?? '';
  const files = sourcesOf(name).filter((file) => basename(file) !== 'index.ts');

  it('are all there is', () => {
    expect([...new Set(files.map(roomOf))].sort()).toEqual([...order].sort());
  });

  it('import those below them alone', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file).flatMap((from) => {
        const target = targetOf(file, from);
        const isAbove = target !== null && order.indexOf(roomOf(target)) > order.indexOf(roomOf(file));
        return isAbove ? [`${relative(root, file)} → ${relative(root, target)}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });
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
