import { getLogLevel, setLogLevel } from '@rudderstack/integrations-lib';
import { process } from './process.js';
import { processRouterDest } from './process-router-dest.js';

const destination = { Config: { sourceHashAndroid: 'XYZ123' } };
const event = {
  type: 'track',
  event: 'Order Completed',
  messageId: 'm-1',
  anonymousId: 'a-1',
  userId: 'someone@example.com',
  request_ip: '192.168.1.1',
  context: {
    app: { namespace: 'com.example.app' },
    device: { type: 'android', model: 'Pixel6', advertisingId: 'abcdef-1234-5678' },
    timezone: 'America/Argentina/Buenos_Aires',
  },
  properties: { note: 'call someone@example.com', big: 1e-7, nothing: null },
};

afterEach(() => {
  setLogLevel('error');
  jest.restoreAllMocks();
});

it('hands on non-empty strings only, and never a userId, which may be an e-mail address', () => {
  const { params, userId } = process({ message: event, destination });
  expect(userId).toBe('a-1');
  expect(params['value[big]']).toBe('1e-7');
  expect(Object.values(params).filter((value) => typeof value !== 'string' || value === '')).toEqual([]);
});

it.each(['someone@example.com', '+54 9 11 5119-0123'])('hands on no anonymous ID that is %s', (anonymousId) => {
  expect(process({ message: { ...event, anonymousId }, destination })).toEqual({
    ...process({ message: event, destination }),
    userId: '',
  });
});

it('sends to a relay, if there is one, without source hash and without IP address', () => {
  const relay = { Config: { relay: 'https://relay.example' } };
  const { endpoint, params } = process({ message: event, destination: relay });
  expect(endpoint).toBe('https://relay.example/mobile');
  expect(Object.keys(params)).not.toContain('source_hash');
  expect(Object.keys(params)).not.toContain('ip');
});

it('says at the level debug what it left out, without quoting it', () => {
  expect(getLogLevel('debug')).toBe('debug');
  setLogLevel('debug');
  const lines = jest.spyOn(console, 'debug').mockImplementation(() => undefined);
  process({ message: event, destination });
  expect(lines.mock.calls.map((parts) => parts.join(' '))).toEqual([
    '[DEBUG] [Loop] m-1: [personal_data] value[note] from properties.note: The key or the value looks like an e-mail address, so it was left out. Rename or remove it, or add the key to the setting "Properties that are not personal" (allow) if it is not personal.',
  ]);
});

it('logs no message ID that holds personal data', () => {
  setLogLevel('debug');
  const lines = jest.spyOn(console, 'debug').mockImplementation(() => undefined);
  process({ message: { ...event, messageId: 'someone@example.com-1' }, destination });
  expect(lines.mock.calls.map((parts) => parts.join(' '))).toEqual([
    '[DEBUG] [Loop] : [personal_data] value[note] from properties.note: The key or the value looks like an e-mail address, so it was left out. Rename or remove it, or add the key to the setting "Properties that are not personal" (allow) if it is not personal.',
  ]);
});

it.each([[null], [undefined], ['text'], [42], [[]]])('refuses %p, which is no event', async (message) => {
  const metadata = { jobId: 1 };
  await expect(processRouterDest([{ message, destination, metadata }])).resolves.toEqual([
    {
      error: '[invalid_event] This is no event. Send an object with a "type": track, identify, screen or page.',
      statTags: { errorCategory: 'dataValidation', errorType: 'instrumentation' },
      statusCode: 400,
      metadata: [metadata],
      batched: false,
      destination,
    },
  ]);
});

it('says nothing of an error that is not its own', async () => {
  const broken = {
    get Config(): unknown {
      throw new Error('someone@example.com');
    },
  };
  const [answer] = await processRouterDest([{ message: event, destination: broken, metadata: { jobId: 1 } }]);
  expect(answer).toMatchObject({
    error: 'The Loop destination failed for a reason of its own. Please report it with the version that you use.',
    statTags: { errorCategory: 'transformation' },
    statusCode: 400,
  });
});
