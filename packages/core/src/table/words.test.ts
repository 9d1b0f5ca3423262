import { describedParameters } from './words.js';
import { problemCodes } from '../codes/codes.js';
import { parameters } from './table.js';

it('is the table, each row with its words', () => {
  expect(describedParameters).toEqual(
    parameters.map((row) => ({
      ...row,
      description: expect.stringMatching(/^[A-Z].*\.$/) as string,
      expects: expect.stringMatching(/[^.]$/) as string,
      ...(row.kind === 'parameter' && problemCodes.some((code) => code.endsWith(`_${row.name}`))
        ? { spanish: { label: expect.any(String) as string, expects: expect.stringMatching(/[^.]$/) as string } }
        : {}),
    })),
  );
});
