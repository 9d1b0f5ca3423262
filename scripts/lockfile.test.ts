import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockedPackage {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

describe.each([
  'package-lock.json',
  'bench/package-lock.json',
  'docs/package-lock.json',
  'mutate/package-lock.json',
  'scripts/installs/package-lock.json',
])('%s', (file) => {
  const text = readFileSync(join(__dirname, '..', file), 'utf8');
  const { packages } = JSON.parse(text) as { packages: Record<string, LockedPackage> };

  it('names no registry, so that everybody installs from their own', () => {
    const withUrl = Object.keys(packages).filter((path) => packages[path]?.resolved?.includes('://'));
    expect(withUrl).toEqual([]);
  });

  // npm ci refuses a lockfile without them, on every machine.
  it('holds the binaries of every platform', () => {
    const isLocked = (from: string, name: string): boolean => {
      if (`${from === '' ? '' : `${from}/`}node_modules/${name}` in packages) return true;
      if (from === '') return false;
      const parent = from.lastIndexOf('/node_modules/');
      return isLocked(parent === -1 ? '' : from.slice(0, parent), name);
    };
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLocked(path, name)),
    );
    expect(missing).toEqual([]);
  });
});
