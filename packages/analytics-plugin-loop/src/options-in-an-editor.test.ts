import type { Form } from '@loop-adapters/core';
import { join } from 'node:path';
import ts from 'typescript';
import { pluginForm } from './settings.js';

/** The file that a user writes; it is only in memory. */
const file = join(__dirname, 'written-by-a-user.ts');

/** An editor that has this text in its file. */
function open(text: string): ts.LanguageService {
  return ts.createLanguageService({
    getCompilationSettings: () => ({
      strict: true,
      noEmit: true,
      types: [],
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      skipLibCheck: true,
    }),
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (path) => {
      const content = path === file ? text : ts.sys.readFile(path);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => __dirname,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => path === file || ts.sys.fileExists(path),
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
  });
}

const head = "import { loopPlugin, type LoopPluginSettings } from './index.js';\n";

/** Every option with those inside it, as an object of TypeScript. */
function written(form: Form): string {
  const group = ('anyOf' in form ? form.anyOf : [form]).find((each) => 'type' in each && each.type === 'object');
  if (group === undefined || !('entries' in group)) return 'undefined!';
  return `{ ${Object.entries(group.entries)
    .map(([name, inner]) => `${name}: ${written(inner)}`)
    .join(',\n')} }`;
}

/** The names of the options in a text, by their place in it. */
function optionsOf(text: string): { readonly name: string; readonly position: number }[] {
  const found: { name: string; position: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node)) found.push({ name: node.name.getText(), position: node.name.getStart() });
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true));
  return found;
}

it('shows a sentence on every option', () => {
  const text = `${head}export const options: LoopPluginSettings = ${written(pluginForm)};`;
  const editor = open(text);
  const options = optionsOf(text);
  expect(options.length).toBeGreaterThan(60);
  const without = options.filter(
    ({ position }) => ts.displayPartsToString(editor.getQuickInfoAtPosition(file, position)?.documentation) === '',
  );
  expect(without).toEqual([]);
});

it('says in plain words what is wrong with an option', () => {
  const wrong = [
    "hash: 'md5'",
    "trackingStatus: 'autorized'",
    'sorceHash: 1',
    "country: ['AR']",
    'app: { ident: 1 }',
    'page: 1',
  ];
  const editor = open(head + wrong.map((option) => `loopPlugin({ ${option} });`).join('\n'));
  const messages = editor
    .getSemanticDiagnostics(file)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n').split('\n')[0]);
  expect(messages).toEqual([
    `Type '"md5"' is not assignable to type '"sha256" | "sha512" | "both" | undefined'.`,
    expect.stringMatching(
      /^Type '"autorized"' is not assignable to type '.*TrackingStatus.*'\. Did you mean '"authorized"'\?$/,
    ),
    "Object literal may only specify known properties, but 'sorceHash' does not exist in type 'LoopPluginSettings'. Did you mean to write 'sourceHash'?",
    expect.stringMatching(/^Type 'string\[\]' is not assignable to type 'HostValue<string>'/),
    expect.stringMatching(/^Object literal may only specify known properties, and 'ident' does not exist in type/),
    "Type 'number' is not assignable to type 'boolean | undefined'.",
  ]);
});
