import { settingLeaves } from './setting-paths.js';
import { settingWords } from './setting-words.js';
import { settingsSchema } from './settings.js';

const leaves = settingLeaves(settingsSchema).map(({ path }) => path);
const paths = new Set(leaves.flatMap((path) => (path.includes('.') ? [path.split('.')[0], path] : [path])));

it('describes every setting and every group, in the order of the table, and nothing else', () => {
  expect(Object.keys(settingWords)).toEqual([...paths]);
});

it.each(Object.entries(settingWords))('describes %s in sentences', (_, { title, description }) => {
  expect({ title, description }).toEqual({
    title: expect.stringMatching(/^[A-Z].*[^.]$/) as string,
    description: expect.stringMatching(/^[A-Z].*\.$/) as string,
  });
});
