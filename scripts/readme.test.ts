import { createTranslator } from '@loop-adapters/core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');

/** The first block of code in a language. */
function block(language: string): string {
  const code = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1];
  if (code === undefined) throw new Error(`The README has no block of ${language}.`);
  return code;
}

it('shows the request that its event becomes', () => {
  const program = block('js')
    .replace(/^import .*;$/m, '')
    .concat('return outcome;');
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the code is the README's own
  const run = new Function('createTranslator', 'event', program) as (
    create: typeof createTranslator,
    event: unknown,
  ) => ReturnType<ReturnType<typeof createTranslator>['translate']>;
  const outcome = run(createTranslator, JSON.parse(block('json')));

  expect(outcome).toEqual({
    status: 'ready',
    request: {
      method: 'GET',
      url: block('text').replace(/^GET /, '').replaceAll(/\s/g, ''),
      params: expect.any(Object) as unknown,
    },
    notes: [expect.objectContaining({ code: 'personal_data', source: 'properties.note' })],
  });
});
