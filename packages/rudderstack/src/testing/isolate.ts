import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { buildSync, transformSync } from 'esbuild';

/** What RudderStack's isolate has besides the language. */
export interface IsolateGlobals {
  readonly log: (line: string) => void;
  readonly getCredential?: (name: string) => unknown;
}

/** The language as V8 has it in an empty isolate; `console` and `WebAssembly` come with a realm of node:vm. */
const absent = ['console', 'WebAssembly', 'SharedArrayBuffer', 'Atomics'];

/**
 * Loads a Transformation's file the way RudderStack does: into a realm of its own that has the language and what
 * RudderStack adds to it, but no `require`, `process`, `Buffer`, `URL`, `TextEncoder`, `crypto` and no timers.
 *
 * RudderStack uses isolated-vm, which is compiled for half a minute where it is installed; a bare realm of node:vm
 * shows the same of what the file needs.
 */
export function loadTransformation(file: string, globals: IsolateGlobals): (event: unknown) => unknown {
  const realm = createContext(Object.assign(Object.create(null) as object, globals));
  runInContext(absent.map((name) => `delete globalThis.${name};`).join(''), realm);
  // A realm takes scripts, so the module becomes one; what it exports stands in `module` then.
  const { code } = transformSync(readFileSync(file, 'utf8'), { format: 'iife', globalName: 'transformation' });
  runInContext(code, realm);
  // Events go in and out as JSON, as between RudderStack's process and its isolate.
  const call = runInContext('(json) => JSON.stringify(transformation.transformEvent(JSON.parse(json)))', realm) as (
    json: string,
  ) => string | undefined;
  return (event) => {
    const json = call(JSON.stringify(event));
    return json === undefined ? undefined : (JSON.parse(json) as unknown);
  };
}

/** The names that a module's file exports, as a bundler reads them. */
export function exportsOf(file: string): readonly string[] {
  const { metafile } = buildSync({ entryPoints: [file], bundle: true, write: false, format: 'esm', metafile: true });
  return Object.values(metafile.outputs).flatMap((output) => output.exports);
}
