// Builds dist/destination-function.js: the one file that is pasted into Segment's editor.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { settingsRows } from './settings-rows.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

const supported = ['Track', 'Identify', 'Screen', 'Page'];
const unsupported = ['Group', 'Alias', 'Delete'];

const head = `${comment([
  `Loop for Segment: a Destination Function, version ${version}`,
  '',
  'Paste the whole file into the editor of Segment (Connections > Catalog > Functions > New Function > Destination).',
  'It sends events of mobile apps to the Mobile API of Loop, formerly Retargetly. E-mail, phone and national ID are',
  'hashed first. Events without an advertising ID are skipped: the log says so.',
  '',
  'Settings to make in the tab "Settings", by these names. One of the two source hashes is required; leave out the',
  'others, or leave them empty, unless you need them.',
  '',
  ...(await settingsRows()).flatMap(settingLines),
  '',
  'The readable sources of what follows the handlers are the npm packages @loop-adapters/segment and',
  '@loop-adapters/core.',
])}

${supported.map((call) => handler(`on${call}(event, settings)`, `handlers.one(event, settings)`)).join('\n\n')}

${unsupported.map((call) => handler(`on${call}()`, `handlers.unsupported('${call.toLowerCase()}')`)).join('\n\n')}

${handler('onBatch(events, settings)', 'handlers.batch(events, settings)')}
`;

await build({
  entryPoints: ['src/function/index.ts'],
  outfile: 'dist/destination-function.js',
  bundle: true,
  format: 'iife',
  globalName: 'Loop',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  // What is imported by a name of Node's is not used here, and the core says that such a file has no side effects.
  external: ['node:*'],
  target: 'es2022',
  charset: 'utf8',
  // Segment's editor takes a big file badly, and with the guard's words names would not fit into 200 kB.
  minify: true,
  legalComments: 'none',
  banner: { js: head },
  footer: {
    js: `
const handlers = Loop.createHandlers({
  fetch,
  console,
  EventNotSupported,
  InvalidEventPayload,
  ValidationError,
  RetryError,
});`,
  },
  // The core has no side effects, so what it imports for nothing may go.
  logOverride: { 'ignored-bare-import': 'silent' },
  logLevel: 'warning',
});

function handler(signature, call) {
  return `async function ${signature} {\n  return ${call};\n}`;
}

function comment(lines) {
  return ['/*', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */'].join('\n');
}

function settingLines({ name, label, type, isSecret, default: value, description }) {
  const facts = [type, ...(isSecret ? ['encrypted'] : []), ...(value === '' ? [] : [`default ${value}`])].join(', ');
  return [`  ${name} (${facts})`, `    ${label}. ${description}`];
}
