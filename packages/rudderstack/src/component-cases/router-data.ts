import { destinationWith, metadataOf, tagsOf, type Destination } from './destination.js';
import type { Message } from './examples.js';
import { answerOf } from './transform-answer.js';
import { transformCases, type TransformCase } from './transform-cases.js';

interface RouterCase {
  readonly id: string;
  readonly description: string;
  readonly successCriteria: string;
  /** IDs of transform cases, all with the same settings. */
  readonly cases: readonly string[];
  /** Whether the processor has made the requests already. */
  readonly processed?: true;
}

const routerCases: readonly RouterCase[] = [
  {
    id: 'one-each',
    description: 'One request per event, in the order of the events',
    successCriteria: 'Every event has its own request; nothing is batched',
    cases: ['track-android', 'identify-brazil', 'screen', 'track-ios-authorized'],
  },
  {
    id: 'mixed',
    description: 'Events that are sent, filtered and refused in one batch',
    successCriteria: 'An event that fails leaves the others alone',
    cases: ['att-denied', 'track-order', 'missing-ip', 'unsupported-type', 'three-problems', 'identify-argentina'],
  },
  {
    id: 'consent',
    description: 'Required consent, granted and not',
    successCriteria: 'Only the event that grants it is sent',
    cases: ['consent-absent', 'track-consent-granted', 'consent-denied'],
  },
  {
    id: 'wrong-settings',
    description: 'Settings that can’t be used',
    successCriteria: 'Every event fails with every problem of the settings',
    cases: ['wrong-settings', 'wrong-settings'],
  },
  {
    id: 'processed',
    description: 'Events that the processor has transformed already',
    successCriteria: 'The requests are passed on as they are',
    cases: ['track-android', 'screen'],
    processed: true,
  },
];

/** The router's cases in the shape of rudder-transformer's component tests. */
export function routerData(exampleOf: (messageId: string) => Message): readonly unknown[] {
  return routerCases.map((routerCase) => {
    const cases = routerCase.cases.map(find);
    const destination = destinationWith(cases[0]?.config ?? {});
    const events = cases.map((testCase, index) =>
      event(testCase, index + 1, destination, exampleOf, routerCase.processed),
    );
    return {
      id: `loop-router-${routerCase.id}`,
      name: 'loop',
      description: routerCase.description,
      scenario: 'Business',
      successCriteria: routerCase.successCriteria,
      feature: 'router',
      module: 'destination',
      version: 'v0',
      input: { request: { method: 'POST', body: { destType: 'loop', input: events.map(({ input }) => input) } } },
      output: { response: { status: 200, body: { output: events.map(({ output }) => output) } } },
    };
  });
}

function find(id: string): TransformCase {
  const found = transformCases.find((testCase) => testCase.id === id);
  if (found === undefined) throw new Error(`There is no transform case ${id}.`);
  return found;
}

function event(
  testCase: TransformCase,
  jobId: number,
  destination: Destination,
  exampleOf: (messageId: string) => Message,
  processed = false,
) {
  const message = exampleOf(testCase.messageId);
  const metadata = metadataOf(jobId, destination);
  const answer = answerOf(testCase, message);
  const shared = { metadata: [metadata], batched: false, destination };
  if (!('request' in answer)) {
    const { error, statusCode, tags } = answer;
    // RudderStack adds its own tags only to an error that has some; an event that is filtered is no failure.
    const statTags = statusCode === 298 ? {} : { ...tags, ...tagsOf('router') };
    return { input: { message, metadata, destination }, output: { ...shared, error, statTags, statusCode } };
  }
  const request = processed ? { ...answer.request, statusCode: 200 } : answer.request;
  return {
    input: { message: processed ? request : message, metadata, destination },
    output: { ...shared, batchedRequest: request, statusCode: 200 },
  };
}
