import { settingsDescriptions } from './settings-descriptions.js';
import { settingsSchema } from './settings.js';

it('describes every setting, in the order of the table, in a sentence', () => {
  expect(Object.keys(settingsDescriptions)).toEqual(Object.keys(settingsSchema.entries));
  for (const { title, description } of Object.values(settingsDescriptions)) {
    expect({ title, description }).toEqual({
      title: expect.stringMatching(/^[A-Z]/) as string,
      description: expect.stringMatching(/^[A-Z].*\.$/) as string,
    });
  }
});
