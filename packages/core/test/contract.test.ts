import fc from 'fast-check';
import { readCoreExamples } from '@loop-adapters/testing/core-examples';
import { parameters } from '../src/index.js';
import { checkRequest } from '../src/request/check-request.js';
import type { Outcome } from '../src/translate/outcome.js';
import { checkByContract, contractParameters } from './contract.js';

// Loop's contract is written twice on purpose: here and in the table. See docs/decisions/contract-written-twice.md.

const outcomes = readCoreExamples(() => '').flatMap(({ examples }) =>
  examples.map(({ outcome }) => outcome as Outcome),
);
const ofTable: readonly string[] = parameters.filter(({ kind }) => kind === 'parameter').map(({ name }) => name);

it('has its parameters in the table, in its order', () => {
  expect(ofTable.filter((name) => contractParameters.includes(name))).toEqual(contractParameters);
});

it('is met by every request of the examples', () => {
  const problems = outcomes.flatMap((outcome) =>
    outcome.status === 'ready' ? checkByContract(outcome.request.params, { relay: true }) : [],
  );
  // A parameter that the table has and Loop's guide does not is new.
  expect(
    problems.filter(({ code, parameter }) => code !== 'unknown_parameter' || !ofTable.includes(parameter)),
  ).toEqual([]);
});

it('is what the check that is made from the table checks', () => {
  const name = fc.oneof(
    fc.constantFrom(...contractParameters, 'value[ml_sh2]', 'value[nid_sh5]', 'value[age]', 'value[x]'),
    fc.string(),
  );
  const value = fc.oneof(
    fc.constantFrom('us', 'US', 'custom', '1.2.3.4', 'a'.repeat(64), 'android', '00-00', 'a b', 'a@b.co', ' ', '120'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.dictionary(name, value), fc.boolean(), (params, relay) => {
      expect(checkRequest(params, { relay })).toEqual(checkByContract(params, { relay }));
    }),
    { numRuns: 5000 },
  );
});
