import { createInstrumenter } from '@stryker-mutator/instrumenter';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInjector } from 'typed-inject';

/** The instrumenter reports on nothing that anybody here would read. */
const silent = Object.fromEntries(
  ['trace', 'debug', 'info', 'warn', 'error', 'fatal'].flatMap((level) => [
    [level, () => undefined],
    [`is${level[0].toUpperCase()}${level.slice(1)}Enabled`, () => false],
  ]),
);

/**
 * Puts every break into the sources at once, each behind a switch: the variable `__STRYKER_ACTIVE_MUTANT__` of the
 * environment says which one is on.
 *
 * @param root the repository
 * @param paths of the sources, below the root
 * @returns the instrumented sources by path, and the breaks: `id`, `path`, `line`, `kind`, `before`, `after`.
 */
export async function instrument(root, paths) {
  const texts = new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  const injector = createInjector().provideValue('logger', silent);
  const instrumenter = injector.injectFunction(createInstrumenter);
  const { files, mutants } = await instrumenter.instrument(
    [...texts].map(([path, content]) => ({ name: path, content, mutate: true })),
    { plugins: null, ignorers: [], excludedMutations: [] },
  );
  return {
    files: new Map(files.map(({ name, content }) => [name, content])),
    breaks: mutants.map(({ id, fileName, location, mutatorName, replacement }) => ({
      id,
      path: fileName,
      line: location.start.line + 1,
      kind: mutatorName,
      before: oneLine(textAt(texts.get(fileName), location)),
      after: oneLine(replacement),
    })),
  };
}

function textAt(text, { start, end }) {
  const lines = text.split('\n').slice(start.line, end.line + 1);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column);
  lines[0] = lines[0].slice(start.column);
  return lines.join('\n');
}

function oneLine(code) {
  const text = code.replace(/\s+/g, ' ').trim();
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
