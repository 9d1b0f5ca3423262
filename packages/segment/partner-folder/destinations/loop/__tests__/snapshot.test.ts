import { createTestEvent, createTestIntegration } from '@segment/actions-core';
import nock from 'nock';
import { generateTestData } from '../../../lib/test-data';
import destination from '../index';
import { allValues, requiredValues, snapshotSettings } from './__helpers__/snapshot-values';

const testDestination = createTestIntegration(destination);
const destinationSlug = 'actions-loop';

describe(`Testing snapshot for ${destinationSlug} destination:`, () => {
  for (const actionSlug in destination.actions) {
    it.each([
      ['required', requiredValues, true],
      ['all', allValues, false],
    ] as const)(`${actionSlug} action - %s fields`, async (_, values, isRequired) => {
      const seedName = `${destinationSlug}#${actionSlug}`;
      const action = destination.actions[actionSlug];
      const [eventData, settingsData] = generateTestData(seedName, destination, action, isRequired);
      nock(/.*/).persist().get(/.*/).reply(200);

      const responses = await testDestination.testAction(actionSlug, {
        event: createTestEvent(),
        mapping: { ...eventData, ...values(actionSlug) },
        settings: { ...settingsData, ...snapshotSettings },
        auth: undefined,
      });

      // A GET has no body: all that is sent stands in the URL.
      expect(responses).toHaveLength(1);
      expect(responses[0].url.split('&').join('\n&')).toMatchSnapshot();
    });
  }
});
