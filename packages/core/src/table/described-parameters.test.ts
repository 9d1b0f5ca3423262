import { describedParameters } from './described-parameters.js';
import { parameters } from './table.js';

it('is the table, each row with its words', () => {
  expect(describedParameters).toEqual(
    parameters.map((row) => ({
      expects: expect.stringMatching(/[^.]$/) as string,
      ...row,
      description: expect.stringMatching(/^[A-Z].*\.$/) as string,
    })),
  );
});
