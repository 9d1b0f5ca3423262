// Copied into a folder where packages are installed and run there: imports and requires every entry, and compares.
// Arguments: the entries, as JSON.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

for (const entry of JSON.parse(process.argv[2])) {
  const imported = entry.endsWith('.json')
    ? (await import(entry, { with: { type: 'json' } })).default
    : await import(entry);
  const required = require(entry);
  const [fromImport, fromRequire] = [namesOf(imported), namesOf(required)];
  if (fromImport !== fromRequire) {
    throw new Error(`${entry}: import has ${fromImport || 'nothing'}, require has ${fromRequire || 'nothing'}`);
  }
}
console.log('ok');

/** What Node adds to a CommonJS module that is imported, or to an ES module that is required, does not count. */
function namesOf(module) {
  return Object.keys(module)
    .filter((name) => !['default', 'module.exports', '__esModule'].includes(name))
    .sort()
    .join(', ');
}
