// Compiles a small program for each package as a user would, with every way in which TypeScript finds modules: the types
// of every entry are found, and a misspelled option is an error.
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../workspaces.mjs';

const consumers = join(import.meta.dirname, 'consumers');

/** `skipLibCheck` hides what is wrong in our own declarations, so both are tried. */
const ways = ['bundler', 'node16', 'nodenext', 'node10'].flatMap((resolution) =>
  [false, true].map((skipLibCheck) => ({ resolution, skipLibCheck })),
);

const modules = { bundler: 'esnext', node16: 'node16', nodenext: 'nodenext', node10: 'commonjs' };

/**
 * Compiles the consumers in a folder from which the packages are found.
 *
 * @param folder a folder whose node_modules, or that of one above, has the packages; `consumers` is made in it
 * @throws Error that lists every error of the compiler's
 */
export function checkTypes(folder) {
  const place = join(folder, 'consumers');
  rmSync(place, { recursive: true, force: true });
  const problems = ['module', 'commonjs'].flatMap((type) => {
    const files = copyConsumers(join(place, type), type);
    return ways.flatMap((way) => compile(files, way).map((problem) => `${nameOf(way)}, ${type}: ${problem}`));
  });
  rmSync(place, { recursive: true, force: true });
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

function copyConsumers(folder, type) {
  mkdirSync(folder, { recursive: true });
  cpSync(consumers, folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type }));
  return readdirSync(consumers).map((file) => join(folder, file));
}

function compile(files, { resolution, skipLibCheck }) {
  const { options } = ts.convertCompilerOptionsFromJson(
    {
      target: 'es2022',
      lib: ['es2022', 'dom'],
      module: modules[resolution],
      moduleResolution: resolution,
      // TypeScript 6 wants to hear that node10 goes with TypeScript 7.
      ...(resolution === 'node10' ? { ignoreDeprecations: '6.0' } : {}),
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
      strict: true,
      exactOptionalPropertyTypes: true,
      esModuleInterop: true,
      skipLibCheck,
      skipDefaultLibCheck: true,
      noEmit: true,
    },
    '/',
  );
  const program = ts.createProgram(files, options, hostWith(options));
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => !isSomebodyElses(file?.fileName ?? ''))
    .map((diagnostic) => ts.formatDiagnostic(diagnostic, formatHost).trim())
    .slice(0, 5);
}

/** Parses each file once for all programs that read it in the same form. */
function hostWith(options) {
  const host = ts.createCompilerHost(options);
  const parse = host.getSourceFile;
  host.getSourceFile = (file, form, ...rest) => {
    const key = `${file} ${form.impliedNodeFormat} ${form.languageVersion}`;
    if (!parsed.has(key)) parsed.set(key, parse(file, form, ...rest));
    return parsed.get(key);
  };
  return host;
}

const parsed = new Map();

/** Without `skipLibCheck` the compiler also finds what is wrong in the declarations of our dependencies. */
function isSomebodyElses(file) {
  return file.includes('/node_modules/') && !/\/node_modules\/(?:@?loop-adapters|analytics-plugin-loop)\//.test(file);
}

const formatHost = {
  getCanonicalFileName: (file) => file,
  getCurrentDirectory: () => process.cwd(),
  getNewLine: () => '\n',
};

function nameOf({ resolution, skipLibCheck }) {
  return `${resolution}${skipLibCheck ? ' with skipLibCheck' : ''}`;
}
