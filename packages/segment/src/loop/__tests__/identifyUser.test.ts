import type { SegmentEvent } from '@segment/actions-core';
import { createTestIntegration, defaultValues } from '@segment/actions-core';
import nock from 'nock';
import destination from '..';
import { androidTrack, masked, settings } from './__helpers__/event';
import { loopAnswers } from './__helpers__/loop-answers';

const mapping = defaultValues(destination.actions['identifyUser']?.fields ?? {});
const subscription = { partnerAction: 'identifyUser', subscribe: 'type = "identify"', mapping };

afterEach(() => {
  nock.cleanAll();
});

it('sends hashed identifiers and the traits that are not personal', async () => {
  const { context } = androidTrack();
  const event = {
    ...androidTrack(),
    type: 'identify',
    context: { ...context, traits: { plan: 'free', city: 'Rosario' } },
    traits: { email: 'example@example.com', phone: '+54 9 11 5119-0123', dni: 34848988, gender: 'mujer', plan: 'gold' },
  };
  const overwritten = { code: 'duplicate_key', parameter: 'value[plan]', source: 'context.traits.plan' };
  const urls = loopAnswers(204);
  const results = await createTestIntegration(destination).onEvent(event as unknown as SegmentEvent, {
    ...settings,
    subscriptions: [subscription],
  });
  expect(results.slice(2)).toEqual([
    { output: 'Action Executed', data: { result: 'sent', status: 204, notes: [overwritten] } },
  ]);
  expect(urls).toHaveLength(1);
  expect(masked(urls[0] ?? '')).toMatchInlineSnapshot(
    `"https://api.retargetly.com/mobile?app=com.example.app&appn=Example%20App&ct=ar&device=Pixel%206&et=custom&ip=198.51.100.17&lan=es&mf=Google&source_hash=***&uid=56d6e8b9-f29c-4514-a8ac-8a80e61e4e1c&device_type=android&value[ml_sh2]=31c5543c1734d25c7206f5fd591525d0295bec6fe84ff82f946a34fe970a1e66&value[mb_sh2]=5e82b2a8ec7559ce189ff67ac2bd7ddaa4eb9f1196f072ca03051ff7e32e56be&value[nid_sh2]=781bb14d6262be0e95bdc28b81df39d79eb21766eb38e2f0818765ae8960ab92&value[gender]=F&value[plan]=gold&value[city]=Rosario"`,
  );
});
