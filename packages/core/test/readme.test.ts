import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from '../src/index.js';
import { nodeHash } from '../src/hash/node-hash.js';

const page = (path: string): string => readFileSync(join(__dirname, '..', path), 'utf8');

function block(text: string, language: string): string {
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(text)?.[1] ?? '';
}

it("shows in the README what the README's program prints", () => {
  const text = page('README.md');
  const lines: string[] = [];
  const program = block(text, 'js').replace(/^import .*;$/m, '');
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the code is the README's own
  const run = new Function('createTranslator', 'console', program) as (create: unknown, console: unknown) => void;
  run(createTranslator, { log: (line: string) => lines.push(line) });
  expect(lines).toEqual([block(text, 'text').trim()]);
});

it('shows on the page on privacy what leaves and what stays', () => {
  const text = page('../../docs/privacy.md');
  const example = JSON.parse(block(text, 'json')) as { context: object };
  const event = {
    ...example,
    context: {
      ...example.context,
      app: { namespace: 'com.example.app' },
      device: { type: 'android', model: 'Pixel6', advertisingId: 'abcdef-1234-5678' },
      ip: '192.168.1.1',
      locale: 'es-AR',
    },
  };
  const outcome = createTranslator({ sourceHash: 'XYZ123' }).translate(event);
  if (outcome.status !== 'ready') throw new Error(`expected ready, got ${outcome.status}`);

  const shown = [...text.matchAll(/^\| `(value\[\w+\])`\s*\| (.*?)\s*\|$/gm)].map(([, name = '', value = '']) => [
    name,
    value.replace(/^SHA-256 of `(.*)`$/, (_, person: string) => nodeHash.sha256(person)).replaceAll('`', ''),
  ]);
  expect(Object.entries(outcome.request.params).filter(([name]) => name.startsWith('value['))).toEqual(shown);
  expect(outcome.notes.map(({ source }) => source)).toEqual(['properties.note', 'properties.firstName']);
});
