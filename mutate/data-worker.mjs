// A child of `npm run mutate`: gets IDs of breaks, one at a time, and answers with what noticed it in the data files.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

const [file] = process.argv.slice(2);
const script = new Script(`(function (require, module, exports, __dirname) {${readFileSync(file, 'utf8')}\n})`);
const require = createRequire(file);

process.on('message', (id) => {
  // A break in what runs when a module loads needs the modules anew.
  globalThis.__stryker__ = id === null ? {} : { activeMutant: id };
  process.send(run());
});

function run() {
  const module = { exports: {} };
  try {
    script.runInThisContext()(require, module, module.exports, dirname(file));
    return {
      noticed: module.exports.firstFault(),
      reached: Object.keys(globalThis.__stryker__.mutantCoverage?.static ?? {}),
    };
  } catch (error) {
    return { noticed: `it threw ${error?.name}`, reached: [] };
  }
}
