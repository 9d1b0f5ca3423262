import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingFields } from '../src/loop/setting-fields';

const catalog = join(__dirname, '../partner-folder/catalog');
const read = (name: string) => readFileSync(join(catalog, name), 'utf8');

it('the description of the catalog has at most 500 characters', () => {
  const [, description = ''] = /\*\*Description:\*\* (.+)/.exec(read('entry.md')) ?? [];
  expect(description.length).toBeGreaterThan(200);
  expect(description.length).toBeLessThanOrEqual(500);
});

it('the docs page names settings as the dashboard does', () => {
  const labels = Object.values(settingFields()).map(({ label }) => label);
  const named = [...read('actions-loop.md').matchAll(/setting \*\*(.+?)\*\*/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter((name) => !labels.includes(name ?? ''))).toEqual([]);
});

it.each(['logo.svg', 'mark.svg'])('%s is a drawing and nothing else', (name) => {
  const elements = [...read(name).matchAll(/<([a-z]+)/gi)].map(([, element]) => element);
  expect(elements.filter((element) => !['svg', 'g', 'path', 'circle'].includes(element ?? ''))).toEqual([]);
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(read(name)) ?? [];
  expect(width === height).toBe(name === 'mark.svg');
});
