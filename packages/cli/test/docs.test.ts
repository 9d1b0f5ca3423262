import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { problemCodes, reasonCodes } from '@loop-adapters/core';
import { deliveryCodes } from '@loop-adapters/delivery';

import { runConsoleBlocks, timeless } from './console-page.js';

const root = path.resolve(__dirname, '../../..');
const read = (page: string): string => readFileSync(path.join(root, page), 'utf8');

const pages = [
  'packages/cli/README.md',
  'docs/getting-started.md',
  'docs/command-line.md',
  'docs/trying-a-file.md',
  'docs/sending-an-old-file.md',
  'docs/why-didnt-my-event-arrive.md',
];

describe.each(pages)('%s', (page) => {
  it('shows what its commands print', async () => {
    const written = read(page);
    const made = await runConsoleBlocks(written);
    expect(made).toContain('$ loop-adapters');
    // `UPDATE_DOCS=1 npx jest --selectProjects cli docs` writes what the commands print now.
    if (process.env['UPDATE_DOCS'] === '1' && timeless(made) !== timeless(written)) {
      writeFileSync(path.join(root, page), made);
    }
    expect(timeless(read(page))).toEqual(timeless(made));
  });
});

describe('docs/why-didnt-my-event-arrive.md', () => {
  it('has a heading for every code that keeps an event from arriving', () => {
    const headings = [...read('docs/why-didnt-my-event-arrive.md').matchAll(/^### (.*)$/gm)].flatMap(
      ([, heading = '']) => [...heading.matchAll(/`(\w+)`/g)].map(([, code]) => code),
    );
    const codes = [...reasonCodes, ...problemCodes, ...Object.keys(deliveryCodes), 'not_sendable'];
    expect(headings.sort()).toEqual(codes.sort());
  });
});
