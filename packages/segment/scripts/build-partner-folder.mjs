// Builds dist/for-segment/loop/: the destination's folder as it goes into Segment's repository. All is as in src/loop
// but for core.ts, which there holds the core itself. Segment's tests run on Jest 27, which can't find what a package
// names in `exports`, so that the core and its dependencies could be installed there, but not tested.
import { build } from 'esbuild';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';

const folder = 'dist/for-segment/loop';
const { version } = JSON.parse(readFileSync('../core/package.json', 'utf8'));

rmSync(folder, { recursive: true, force: true });
cpSync('src/loop', folder, { recursive: true });
const [code, types] = await Promise.all([bundleCode(), bundleTypes()]);
const { values, names } = exportsOf(types);

writeFileSync(
  `${folder}/core.ts`,
  `// Generated file. DO NOT MODIFY IT BY HAND. It is @loop-adapters/core ${version}, with its dependencies, in one file:
// first the types, then the code. Its readable sources are in that npm package.
/* eslint-disable */
// @ts-nocheck

declare namespace Core {
${types.replaceAll(/^(export )?declare /gm, 'export ').replaceAll(/^export (?:type )?\{[^}]*\};$/gm, '')}
}

${code}
const core: typeof Core = LoopCore;

${values.map((name) => `export const ${name} = core.${name};`).join('\n')}
${names.map((name) => `export type ${name} = Core.${name};`).join('\n')}
`,
);

async function bundleCode() {
  const { outputFiles } = await build({
    entryPoints: ['src/loop/core.ts'],
    write: false,
    bundle: true,
    format: 'iife',
    globalName: 'LoopCore',
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'es2020',
    charset: 'utf8',
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    // The core has no side effects, so what it imports for nothing may go.
    logOverride: { 'ignored-bare-import': 'silent' },
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

/** The declarations of all that core.ts exports, in one text without imports. */
async function bundleTypes() {
  const bundle = await rollup({
    input: 'dist/esm/loop/core.d.ts',
    plugins: [dts({ respectExternal: true, tsconfig: 'tsconfig.src.json' })],
  });
  const { output } = await bundle.generate({ format: 'es' });
  return output[0].code;
}

/** What the declarations export at their end: values, and names that are types only. A class is both. */
function exportsOf(text) {
  const list = (pattern) => (pattern.exec(text)?.[1] ?? '').split(',').map((name) => name.trim());
  const values = list(/^export \{([^}]*)\};$/m);
  const classes = values.filter((name) => new RegExp(`^declare class ${name}\\b`, 'm').test(text));
  return { values, names: [...list(/^export type \{([^}]*)\};$/m), ...classes] };
}
