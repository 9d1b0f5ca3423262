import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { minVersion, satisfies } from 'semver';

interface LockedPackage {
  readonly version?: string;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly engines?: { readonly node?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

type Packages = Readonly<Record<string, LockedPackage>>;

/** The majors that an open range such as `>=20.19` promises, up to the newest that is tried. */
const promisedMajors = [21, 22, 23, 24, 25, 26];

const { packages } = JSON.parse(readFileSync(join(__dirname, '../package-lock.json'), 'utf8')) as {
  packages: Packages;
};
const published = Object.keys(packages).filter((path) => /^packages\/[^/]+$/.test(path) && !isPrivate(path));

// yarn 1 refuses a package over one dependency far down its tree that wants a newer Node; the others warn.
it.each(published)('what is installed with %s accepts every Node that it says it runs on', (path) => {
  const range = packages[path]?.engines?.node ?? '*';
  const versions = [minVersion(range)?.version ?? '', ...promisedMajors.map((major) => `${major}.0.0`)].filter(
    (version) => satisfies(version, range),
  );
  const refusals = installedWith(packages, path).flatMap((place) => {
    const { version = '', engines } = packages[place] ?? {};
    const refused = versions.filter((node) => !satisfies(node, engines?.node ?? '*'));
    return refused.length === 0 ? [] : [`${place} ${version} refuses Node ${refused.join(', ')}`];
  });
  expect(refusals).toEqual([]);
});

it('finds what is nested, what is optional, and what another workspace brings', () => {
  const tree: Packages = {
    'packages/a': { dependencies: { b: '1', c: '1' } },
    'node_modules/b': { link: true, resolved: 'packages/b' },
    'packages/b': { optionalDependencies: { d: '1', 'for-another-machine': '1' } },
    'packages/b/node_modules/d': { dependencies: { c: '2' } },
    'packages/b/node_modules/c': {},
    'node_modules/c': {},
    'node_modules/only-for-tests': {},
  };
  expect(installedWith(tree, 'packages/a')).toEqual([
    'packages/a',
    'packages/b',
    'node_modules/c',
    'packages/b/node_modules/d',
    'packages/b/node_modules/c',
  ]);
});

function isPrivate(path: string): boolean {
  const manifest = JSON.parse(readFileSync(join(__dirname, '..', path, 'package.json'), 'utf8')) as {
    private?: boolean;
  };
  return manifest.private === true;
}

/** The package and all that npm installs with it: what it and its dependencies name, as the lockfile places it. */
function installedWith(all: Packages, start: string): string[] {
  const found = new Set([start]);
  for (const place of found) {
    const { dependencies, optionalDependencies, peerDependencies } = all[place] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      const dependency = placeOf(all, place, name);
      if (dependency !== null) found.add(dependency);
    }
  }
  return [...found];
}

/** Where a package finds a dependency: in the node_modules beside it, or in the next above. Null where npm left it out. */
function placeOf(all: Packages, from: string, name: string): string | null {
  const place = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  const locked = all[place];
  if (locked !== undefined) return locked.link === true ? (locked.resolved ?? place) : place;
  if (from === '') return null;
  const parent = from.lastIndexOf('/node_modules/');
  return placeOf(all, parent === -1 ? '' : from.slice(0, parent), name);
}
