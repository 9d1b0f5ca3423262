import { SettingsError } from '@loop-adapters/core/bare';
import type { ClientSettings } from '@loop-adapters/client';
import type { RSACustomIntegration, RSAnalytics, RSAEvent } from '@rudderstack/analytics-js';
import { startLoopServer, type LoopServer } from '@loop-adapters/testing/loop-server';
import { recordingLogger } from '../testing/recording-logger.js';
import { createLoopIntegration } from './create-loop-integration.js';

const analytics = {} as RSAnalytics;
const destinationConfig = {} as Parameters<NonNullable<RSACustomIntegration['init']>>[0];

const settings: ClientSettings = {
  sourceHash: 'XYZ123',
  app: { id: 'com.example.app' },
  ip: '192.168.1.1',
  advertisingId: 'abcdef-1234-5678',
  device: { model: 'Pixel6', type: 'android' },
};

/** As the SDK makes it, as far as it matters here. */
const message = {
  type: 'track',
  channel: 'web',
  event: 'Product Viewed',
  properties: { sku: 'A1' },
  context: {
    os: { name: '', version: '' },
    locale: 'es-PE',
    timezone: 'GMT-0500',
    traits: { email: 'Example@Example.com' },
  },
} as unknown as RSAEvent['message'];

const sent =
  '/mobile?app=com.example.app&ct=pe&device=Pixel6&et=custom&ip=192.168.1.1&lan=es&source_hash=XYZ123&uid=abcdef-1234-5678&device_type=android' +
  '&value[ml_sh2]=31c5543c1734d25c7206f5fd591525d0295bec6fe84ff82f946a34fe970a1e66&value[event]=Product%20Viewed&value[sku]=A1';

let loop: LoopServer;

beforeEach(async () => {
  loop = await startLoopServer();
});
afterEach(async () => {
  await loop.close();
});

/** Hands one track over and resolves to what the logger was told. */
async function track(changed: Partial<ClientSettings>, left: readonly (keyof ClientSettings)[] = []): Promise<string> {
  const kept = Object.fromEntries(
    Object.entries(settings).filter(([key]) => !left.includes(key as keyof ClientSettings)),
  );
  const integration = createLoopIntegration({ ...kept, endpoint: loop.endpoint, ...changed });
  const logger = recordingLogger();
  integration.init?.(destinationConfig, analytics, logger);
  expect(integration.isReady(analytics, logger)).toBe(true);
  expect(integration.track?.(analytics, logger, { message })).toBeUndefined();
  return logger.next();
}

it('sends a track with values of the settings', async () => {
  const before = structuredClone(message);
  await expect(track({})).resolves.toBe('debug Loop: track sent (accepted). Loop took the event.');
  expect(loop.arrivals.map(({ url }) => url)).toEqual([sent]);
  expect(message).toEqual(before);
});

it('takes asynchronous functions for the same values', async () => {
  const functions = {
    app: { id: () => Promise.resolve('com.example.app') },
    ip: () => Promise.resolve('192.168.1.1'),
    advertisingId: () => 'abcdef-1234-5678',
    device: { model: () => Promise.resolve('Pixel6'), type: () => 'android' },
  };
  await track(functions);
  expect(loop.arrivals.map(({ url }) => url)).toEqual([sent]);
});

it('skips an event without advertising ID, and says why', async () => {
  await expect(track({}, ['advertisingId'])).resolves.toMatch(
    /^info Loop: track skipped \(no_advertising_id\)\. The event carries no /,
  );
  expect(loop.arrivals).toEqual([]);
});

it('refuses an event without IP address, and says what to do', async () => {
  await expect(track({}, ['ip'])).resolves.toMatch(/^warn Loop: track invalid \(missing_ip\)\. IP address is missing/);
  expect(loop.arrivals).toEqual([]);
});

it('says which function of the app failed, without quoting what it threw', async () => {
  const line = await track({ advertisingId: () => Promise.reject(new Error('secret-1234')) });
  expect(line).toMatch(
    /^warn Loop: track skipped \(no_advertising_id\)\. .* The function for "advertisingId" failed\.$/,
  );
  expect(line).not.toContain('secret-1234');
});

it('says what was left out of an event that was sent', async () => {
  const logger = recordingLogger();
  const integration = createLoopIntegration({ ...settings, endpoint: loop.endpoint });
  const personal = { ...message, properties: { contact: 'ana@example.com' } } as RSAEvent['message'];
  integration.track?.(analytics, logger, { message: personal });
  await logger.next();
  expect(logger.lines).toEqual([
    'debug Loop: track sent (accepted). Loop took the event.',
    'debug Loop: track: left out properties.contact (personal_data). The key or the value looks like an e-mail address, so it was left out. Rename or remove it, or add the key to the setting "allow" if it is not personal.',
  ]);
});

it('says nothing of the name that the SDK gives itself', async () => {
  const logger = recordingLogger();
  const integration = createLoopIntegration({ ...settings, endpoint: loop.endpoint });
  const app = { name: 'RudderLabs JavaScript SDK', namespace: 'com.rudderlabs.javascript', version: '3.23.0' };
  const own = { ...message, context: { ...message.context, app } } as unknown as RSAEvent['message'];
  integration.track?.(analytics, logger, { message: own });
  await logger.next();
  integration.track?.(analytics, logger, { message: own });
  await logger.next();
  expect(logger.lines).toEqual(
    Array.from({ length: 2 }, () => 'debug Loop: track sent (accepted). Loop took the event.'),
  );
  expect(loop.arrivals.map(({ url }) => url)).toEqual([sent, sent]);
});

it('does not send what is not for Loop', async () => {
  const logger = recordingLogger();
  const integration = createLoopIntegration({ ...settings, endpoint: loop.endpoint });
  const elsewhere = { ...message, integrations: { All: true, Loop: false } } as unknown as RSAEvent['message'];
  integration.track?.(analytics, logger, { message: elsewhere });
  await expect(logger.next()).resolves.toMatch(/^info Loop: track skipped \(not_for_loop\)\. /);
  expect(loop.arrivals).toEqual([]);
});

it.each([[undefined], [{}], [{ sourceHash: 'a b' }], [{ sourceHash: 'XYZ123', hash: 'md5' }]])(
  'refuses the settings %j at once',
  (wrong) => {
    expect(() => createLoopIntegration(wrong as ClientSettings)).toThrow(SettingsError);
  },
);
