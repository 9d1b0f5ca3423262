import { createHash } from 'node:crypto';
import { Analytics } from '@segment/analytics-node';
import { startLoopAndRelay, writeKey, type LoopAndRelay } from './start-loop-and-relay.js';

const context = {
  app: { name: 'Example App', namespace: 'com.example.app' },
  device: { type: 'android', model: 'Pixel6', manufacturer: 'Google', advertisingId: 'abcdef-1234-5678' },
  ip: '192.168.1.1',
  locale: 'es-AR',
  location: { country: 'AR' },
};

const common = {
  app: 'com.example.app',
  appn: 'Example App',
  ct: 'ar',
  device: 'Pixel6',
  et: 'custom',
  ip: '192.168.1.1',
  lan: 'es',
  mf: 'Google',
  source_hash: '***',
  uid: 'abcdef-1234-5678',
  device_type: 'android',
};

let parts: LoopAndRelay;
beforeEach(async () => {
  parts = await startLoopAndRelay();
});
afterEach(() => parts.close());

test('@segment/analytics-node delivers, and hears of no error for what is skipped', async () => {
  const analytics = new Analytics({ writeKey, host: parts.relay.url });
  const errors: unknown[] = [];
  analytics.on('error', (error) => errors.push(error));
  analytics.track({ userId: 'u1', event: 'Sign Up', properties: { plan: 'gold' }, context });
  analytics.identify({ userId: 'u1', traits: { email: 'ana@example.com' }, context });
  analytics.screen({ userId: 'u1', name: 'Home', context });
  analytics.page({ userId: 'u1', name: 'Shop', context });
  analytics.group({ userId: 'u1', groupId: 'g1', context });
  analytics.track({
    userId: 'u1',
    event: 'No ID',
    context: { ...context, device: { type: 'ios', model: 'iPhone15,2' } },
  });
  await analytics.closeAndFlush();
  const arrived = await parts.arrived(4);
  expect(errors).toEqual([]);
  expect([...arrived].sort(byEvent)).toEqual([
    { ...common, 'value[ml_sh2]': createHash('sha256').update('ana@example.com').digest('hex') },
    { ...common, 'value[event]': 'Home' },
    { ...common, 'value[event]': 'Shop' },
    { ...common, 'value[event]': 'Sign Up', 'value[plan]': 'gold' },
  ]);
});

test('a wrong write key is an error of the SDK', async () => {
  const analytics = new Analytics({ writeKey: 'WRONG', host: parts.relay.url, maxRetries: 0 });
  const failed = new Promise<unknown>((resolve) => analytics.on('error', resolve));
  analytics.track({ userId: 'u1', event: 'Sign Up', context });
  await analytics.closeAndFlush();
  expect(await failed).toMatchObject({ code: 'delivery_failure', reason: { message: '[401] Unauthorized' } });
  expect(parts.sandbox.counts()).toEqual({ total: 0, accepted: 0 });
});

function byEvent(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): number {
  return (a['value[event]'] ?? '').localeCompare(b['value[event]'] ?? '');
}
