import { readCoreExamples } from '@loop-adapters/testing/core-examples';
import { asReactNativeLeavesIt, compileForHermes, describeInHermes, runInHermes } from '@loop-adapters/testing/hermes';
import { buildSync } from 'esbuild';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator, type Known, type SettingsInput } from '../src/index.js';
import identifiers from '../vectors/identifiers.json';
import prehashed from '../vectors/prehashed-email.json';

/** Babel, the engine and the compiler are three programs, on a machine that may be busy. */
const busyMs = 120_000;

interface Case {
  readonly settings: SettingsInput;
  readonly event: unknown;
  readonly known?: Known;
}

const corpus = join(__dirname, '../corpora/cases.json');

const person = (country: string, traits: object): object => ({
  type: 'identify',
  context: {
    app: { namespace: 'com.example.app' },
    device: { type: 'android', model: 'Pixel6', advertisingId: 'abcdef-1234-5678' },
    ip: '192.168.1.1',
    location: { country },
    traits,
  },
});

const cases: readonly Case[] = [
  ...(readCoreExamples(() => '').flatMap(({ examples }) => examples) as readonly Case[]),
  ...(existsSync(corpus) ? readCases(corpus) : []),
  ...[
    ...identifiers.map(({ kind, input, country }) => person(country ?? 'CH', { [kind]: input })),
    ...prehashed.map(({ input }) => person('AR', { email: input })),
  ].map((event) => ({ settings: { sourceHash: 'XYZ123', hash: 'both' } as const, event })),
];

function readCases(file: string): Case[] {
  const all = JSON.parse(readFileSync(file, 'utf8')) as Case[];
  return all.map(({ settings, event, known = {} }) => ({ settings, event, known }));
}

/** A script that prints one line per case: its outcome. */
function script(): string {
  const bundle = buildSync({
    entryPoints: [join(__dirname, '../src/index.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'core',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'esnext',
    write: false,
  });
  const run = `JSON.parse(${JSON.stringify(JSON.stringify(cases))}).forEach(({ settings, event, known }) => {
    print(JSON.stringify(core.createTranslator(settings).translate(event, known)));
  });`;
  return `${bundle.outputFiles[0]?.text ?? ''}${run}`;
}

describeInHermes('the core in Hermes', () => {
  const expected = cases.map(({ settings, event, known }) =>
    JSON.stringify(createTranslator(settings).translate(event, known)),
  );

  it.each(['default', 'hermes-stable'] as const)(
    'gives every example, vector and case the outcome that it has in Node (%s)',
    (profile) => {
      const made = asReactNativeLeavesIt(script(), profile);
      expect(runInHermes(made)).toEqual(expected);
      compileForHermes(made);
    },
    busyMs,
  );
});
