import { transformSync } from '@babel/core';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The folders of the binaries, which lie in the packages themselves. */
const systems: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux64-bin',
  darwin: 'osx-bin',
  win32: 'win64-bin',
};

/** Hermes 0.12, the engine of React Native 0.70, and the compiler of today's. */
const engine = binaryIn(dirname(require.resolve('hermes-engine-cli/package.json')), 'hermes');
const compiler = binaryIn(join(dirname(require.resolve('hermes-compiler/package.json')), 'hermesc'), 'hermesc');

/** `describe` where Hermes runs; otherwise the tests are skipped, and one line says so. */
export const describeInHermes = runs(engine) && runs(compiler) ? describe : skipAloud();

/**
 * What React Native 0.70 makes of a script before Hermes gets it.
 *
 * @param script a script, not a module
 * @param profile the preset's: `default` turns nearly all into old syntax, `hermes-stable` leaves what Hermes knows
 */
export function asReactNativeLeavesIt(script: string, profile: 'default' | 'hermes-stable' = 'default'): string {
  const result = transformSync(script, {
    filename: 'script.js',
    babelrc: false,
    configFile: false,
    compact: false,
    sourceType: 'script',
    presets: [
      [
        require.resolve('metro-react-native-babel-preset'),
        { unstable_transformProfile: profile, enableBabelRuntime: false, disableImportExportTransform: true },
      ],
    ],
  });
  return result?.code ?? '';
}

/**
 * Runs a script in Hermes, where `print` is there in place of `console`.
 * @returns the lines that it printed
 * @throws Error with what Hermes said if it ends with anything but 0
 */
export function runInHermes(script: string): string[] {
  return withFile(script, (file) => run(engine, ['-w', file]).split('\n').slice(0, -1));
}

/**
 * Compiles a script to bytecode, as a release build of an app does.
 * @throws Error with what the compiler said if it refuses
 */
export function compileForHermes(script: string): void {
  withFile(script, (file) => run(compiler, ['-w', '-O', '-emit-binary', '-out', `${file}.hbc`, file]));
}

function withFile<Result>(script: string, use: (file: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'hermes-'));
  try {
    const file = join(folder, 'script.js');
    writeFileSync(file, script);
    return use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(binary: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(binary, args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  if (status !== 0) throw new Error(`Hermes ended with ${String(status)}: ${stderr.slice(0, 2000)}`);
  return stdout;
}

function binaryIn(folder: string, name: string): string {
  return join(folder, systems[process.platform] ?? '', process.platform === 'win32' ? `${name}.exe` : name);
}

function runs(binary: string): boolean {
  return spawnSync(binary, ['--version']).status === 0;
}

function skipAloud(): jest.Describe {
  process.stderr.write('Hermes does not run on this machine: the tests in it are skipped.\n');
  return describe.skip;
}
