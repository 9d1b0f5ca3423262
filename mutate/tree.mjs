import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Copies what the core's tests need into a folder of its own, so that the sources that somebody works on stay as they are.
 *
 * @param root the repository
 * @param tree the folder; what an earlier run left there goes
 * @param files instrumented sources by path, which take the place of the real ones
 */
export function makeTree(root, tree, files) {
  rmSync(tree, { recursive: true, force: true });
  for (const path of trackedFiles(root)) {
    // A file that was deleted is still tracked until that is committed.
    if (existsSync(join(root, path))) cpSync(join(root, path), join(tree, path));
  }
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  for (const [path, content] of files) writeFileSync(join(tree, path), content);
}

function trackedFiles(root) {
  const places = ['package.json', 'scripts', 'examples', 'docs', 'packages'];
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z', ...places], {
    cwd: root,
    encoding: 'utf8',
  });
  return list.split('\0').filter((path) => path !== '');
}
