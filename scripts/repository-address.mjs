// The repository's address stands in one place: `repository` of the root's package.json. This script puts it into the
// package.json of every package that npm publishes, and replaces the old one in every page and settings' file.
// With --check it only says what is out of date.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { madeFile } from './made-file.mjs';
import { root, workspaces } from './workspaces.mjs';

const addressOf = (repository) => repository.url.replace(/^git\+|\.git$/g, '');
const { repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const address = addressOf(repository);
const published = workspaces.filter(({ manifest }) => manifest.private !== true);
const oldAddress = addressOf(published.find(({ manifest }) => manifest.repository).manifest.repository);

for (const file of filesThatMayNameIt(root)) {
  const text = readFileSync(file, 'utf8');
  if (text.includes(oldAddress)) await madeFile(file, text.replaceAll(oldAddress, address));
}
for (const { directory, manifest } of published) {
  await madeFile(join(directory, 'package.json'), JSON.stringify(withAddress(manifest, relative(root, directory))));
  await madeFile(join(directory, 'LICENSE'), readFileSync(join(root, 'LICENSE'), 'utf8'));
}

/** A package.json with its three fields, before the field `type`. */
function withAddress(manifest, folder) {
  const fields = {
    homepage: `${address}/tree/main/${folder}#readme`,
    bugs: { url: `${address}/issues` },
    repository: { ...repository, directory: folder },
  };
  const others = Object.entries(manifest).filter(([name]) => !(name in fields));
  const place = others.findIndex(([name]) => name === 'type');
  return Object.fromEntries([...others.slice(0, place), ...Object.entries(fields), ...others.slice(place)]);
}

/** Pages and settings' files that people or scripts write; what Lerna writes keeps the address of its day. */
function filesThatMayNameIt(folder) {
  const passedOver = ['node_modules', 'dist', '.git', '.cache', 'CHANGELOG.md', 'package.json', 'package-lock.json'];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (passedOver.includes(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesThatMayNameIt(path);
    return /\.(?:md|json|yml)$/.test(entry.name) ? [path] : [];
  });
}
