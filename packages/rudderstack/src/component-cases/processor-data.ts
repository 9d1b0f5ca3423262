import { destinationWith, metadataOf, tagsOf } from './destination.js';
import type { Message } from './examples.js';
import { answerOf } from './transform-answer.js';
import { transformCases } from './transform-cases.js';

/** The processor's cases in the shape of rudder-transformer's component tests. */
export function processorData(exampleOf: (messageId: string) => Message): readonly unknown[] {
  return transformCases.map((testCase, index) => {
    const message = exampleOf(testCase.messageId);
    const destination = destinationWith(testCase.config ?? {});
    const metadata = metadataOf(index + 1, destination);
    const answer = answerOf(testCase, message);
    return {
      id: `loop-processor-${testCase.id}`,
      name: 'loop',
      description: testCase.description,
      scenario: 'params' in testCase.expected ? 'Business' : 'Validation',
      successCriteria:
        'params' in testCase.expected ? 'One GET with these params' : 'No request, and an error that says why',
      feature: 'processor',
      module: 'destination',
      version: 'v0',
      input: { request: { method: 'POST', body: [{ destination, message, metadata }] } },
      output: {
        response: {
          status: 200,
          body: [
            'request' in answer
              ? { output: answer.request, metadata, statusCode: 200 }
              : {
                  error: answer.error,
                  metadata,
                  statTags: { ...answer.tags, ...tagsOf('processor') },
                  statusCode: answer.statusCode,
                },
          ],
        },
      },
    };
  });
}
