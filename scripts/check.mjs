// Everything that is checked besides the tests, on the packages as `npm run check` has just built them. All of it runs, even after a failure, so that one run shows all.
import { spawnSync } from 'node:child_process';
import { delimiter, join, relative } from 'node:path';
import { entriesOf, root, workspaces } from './workspaces.mjs';

const published = workspaces.filter(({ manifest }) => manifest.private !== true);

const checks = [
  ['types', ['tsc', '-b', 'scripts', ...workspaces.map(({ directory }) => relative(root, directory))]],
  ['ESLint', ['eslint', '.']],
  ['Prettier', ['prettier', '--check', '--log-level', 'warn', '.']],
  ['knip', ['knip']],
  // What is copied into Segment's repository is compiled and tested as it was built, as there.
  ['types of the folder for Segment', ['tsc', '-p', 'packages/segment/partner-folder']],
  ['tests of the folder for Segment', ['jest', '--ci', '-c', 'packages/segment/partner-folder/jest.config.js']],
  ['made files', ['node', 'scripts/generate.mjs', '--check']],
  ...published.flatMap(({ manifest, directory }) => [
    [`publint ${manifest.name}`, ['publint', relative(root, directory), '--strict']],
    ...(hasTypes(manifest) ? [[`arethetypeswrong ${manifest.name}`, typesCommand({ manifest, directory })]] : []),
  ]),
];

/** A package without types, such as the command line, has nothing there to be wrong. */
function hasTypes(manifest) {
  return JSON.stringify([manifest.types, manifest.exports ?? {}]).includes('.d.ts');
}

/** Every way in which TypeScript finds types, node10 too: React Native before 0.79 knows no `exports` either. */
function typesCommand(workspace) {
  const command = ['attw', '--pack', relative(root, workspace.directory), '--format', 'ascii'];
  // One-file builds are pasted or loaded by a page. Nobody imports them, so they have no types.
  const standalone = entriesOf(workspace)
    .filter(({ file, source }) => source === null && file.endsWith('.js'))
    .map(({ subpath }) => subpath);
  return standalone.length === 0 ? command : [...command, '--exclude-entrypoints', ...standalone];
}

const failed = checks.filter(([name, [command, ...args]]) => {
  const start = process.hrtime.bigint();
  const result = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}` },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  const seconds = (Number(process.hrtime.bigint() - start) / 1e9).toFixed(1);
  console.log(`${result.status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (result.status !== 0) console.log(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`);
  return result.status !== 0;
});

if (failed.length > 0) {
  console.log(`Failed: ${failed.map(([name]) => name).join(', ')}`);
  process.exit(1);
}
