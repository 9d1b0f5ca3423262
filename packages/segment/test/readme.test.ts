import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadFunction } from './load-function';
import { startLoop } from './start-loop';

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? '';
}

it('shows the line that the function writes for the event of the README', async () => {
  const loop = await startLoop();
  const loaded = loadFunction();
  await loaded.onTrack(JSON.parse(block('json')), { androidSourceHash: 'XYZ123', endpoint: loop.endpoint });
  await loop.stop();
  expect(loaded.log).toEqual([block('text').trim()]);
});
