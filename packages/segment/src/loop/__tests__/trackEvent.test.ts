import type { SegmentEvent } from '@segment/actions-core';
import { createTestEvent, createTestIntegration, defaultValues } from '@segment/actions-core';
import nock from 'nock';
import destination from '..';
import { androidTrack, masked, settings, trackUrl } from './__helpers__/event';
import { loopAnswers } from './__helpers__/loop-answers';

const mapping = defaultValues(destination.actions['trackEvent']?.fields ?? {});
const subscription = { partnerAction: 'trackEvent', subscribe: 'type = "track"', mapping };

/** Runs the event as Segment does: settings, subscription, mapping, validation, action. */
async function onEvent(event: object, changes: object = {}) {
  const loop = createTestIntegration(destination);
  return await loop.onEvent(event as SegmentEvent, { ...settings, subscriptions: [{ ...subscription, ...changes }] });
}

/** The error of an event that Loop answers so. */
async function errorOf(event: object, ...statuses: number[]): Promise<unknown> {
  loopAnswers(...statuses);
  return await onEvent(event).then(
    () => null,
    (error: unknown) => error,
  );
}

afterEach(() => {
  nock.cleanAll();
});

describe('a track event', () => {
  it('becomes the documented request', async () => {
    const urls = loopAnswers(200);
    const results = await onEvent(androidTrack());
    expect(urls.map(masked)).toEqual([trackUrl]);
    expect(urls[0]).toContain('source_hash=ANDROID-SECRET');
    expect(results).toEqual([
      { output: 'Mappings resolved' },
      { output: 'Payload validated' },
      { output: 'Action Executed', data: { result: 'sent', status: 200, notes: [] } },
    ]);
  });

  it('goes through testAction too', async () => {
    const urls = loopAnswers(200);
    const event = createTestEvent(androidTrack() as Partial<SegmentEvent>);
    const responses = await createTestIntegration(destination).testAction('trackEvent', {
      event,
      settings,
      useDefaultMappings: true,
    });
    expect(responses.map(({ status }) => status)).toEqual([200]);
    expect(masked(urls[0] ?? '')).toMatchInlineSnapshot(
      `"https://api.retargetly.com/mobile?app=com.example.app&appn=Example%20App&ct=ar&device=Pixel%206&et=custom&ip=198.51.100.17&lan=es&mf=Google&source_hash=***&uid=56d6e8b9-f29c-4514-a8ac-8a80e61e4e1c&device_type=android&value[ml_sh2]=31c5543c1734d25c7206f5fd591525d0295bec6fe84ff82f946a34fe970a1e66&value[event]=Order%20Completed&value[order_id]=A-1&value[total]=1599.5&value[note]=dos%20cajas"`,
    );
  });

  it('takes the next source instead of a value that is not usable', async () => {
    const urls = loopAnswers(200);
    const event = androidTrack();
    await onEvent({
      ...event,
      context: { ...event.context, traits: { email: 'n/a' } },
      properties: { ...event.properties, email: 'example@example.com' },
    });
    expect(urls.map(masked)).toEqual([trackUrl]);
  });

  it('follows the mapping of whoever changed it: a mapped field wins', async () => {
    const urls = loopAnswers(200);
    const event = {
      ...androidTrack(),
      properties: { shop: 'Mi Tienda', mail: 'example@example.com', idfa: 'abcdef-1234-5678' },
    };
    await onEvent(event, {
      mapping: {
        ...mapping,
        appn: { '@path': '$.properties.shop' },
        email: { '@path': '$.properties.mail' },
        uid: { '@path': '$.properties.idfa' },
        event: 'Comprado',
        properties: { branch: 'centro' },
      },
    });
    const { searchParams } = new URL(urls[0] ?? '');
    expect([searchParams.get('appn'), searchParams.get('uid')]).toEqual(['Mi Tienda', 'abcdef-1234-5678']);
    expect([...searchParams.entries()].filter(([key]) => key.startsWith('value'))).toEqual([
      ['value[ml_sh2]', '31c5543c1734d25c7206f5fd591525d0295bec6fe84ff82f946a34fe970a1e66'],
      ['value[event]', 'Comprado'],
      ['value[branch]', 'centro'],
    ]);
  });

  it('sends nothing of the person once the field for traits is cleared', async () => {
    const urls = loopAnswers(200);
    const event = {
      ...androidTrack(),
      userId: 'example@example.com',
      properties: { order_id: 'A-1', email: 'example@example.com' },
      traits: { email: 'example@example.com', gender: 'f' },
    };
    await onEvent(event, { mapping: { ...mapping, traits: undefined } });
    const { searchParams } = new URL(urls[0] ?? '');
    expect([...searchParams.entries()].filter(([key]) => key.startsWith('value'))).toEqual([
      ['value[event]', 'Order Completed'],
      ['value[order_id]', 'A-1'],
    ]);
  });

  it('sends the one identifier that is mapped, though the field for traits is cleared', async () => {
    const urls = loopAnswers(200);
    const event = {
      ...androidTrack(),
      context: { ...androidTrack().context, traits: { phone: '+54 9 11 5119-0123' } },
    };
    await onEvent(event, { mapping: { ...mapping, traits: undefined, email: 'example@example.com' } });
    const { searchParams } = new URL(urls[0] ?? '');
    expect([...searchParams.keys()].filter((key) => /_sh\d\]$/.test(key))).toEqual(['value[ml_sh2]']);
  });

  it('sends no property once their field is cleared', async () => {
    const urls = loopAnswers(200);
    await onEvent(androidTrack(), { mapping: { ...mapping, properties: undefined } });
    const { searchParams } = new URL(urls[0] ?? '');
    expect([...searchParams.keys()].filter((key) => key.startsWith('value'))).toEqual([
      'value[ml_sh2]',
      'value[event]',
    ]);
  });

  it('goes by the mapped fields alone without the whole event', async () => {
    const urls = loopAnswers(200);
    await onEvent(androidTrack(), {
      mapping: {
        type: { '@path': '$.type' },
        event: { '@path': '$.event' },
        app: 'com.example.mapped',
        ct: 'UY',
        device: 'Pixel 7',
        ip: '198.51.100.18',
        uid: 'abcdef-1234-5678',
        device_type: 'android',
      },
    });
    expect(urls.map(masked)).toEqual([
      'https://api.retargetly.com/mobile?app=com.example.mapped&ct=uy&device=Pixel%207&et=custom&ip=198.51.100.18&source_hash=***&uid=abcdef-1234-5678&device_type=android&value[event]=Order%20Completed',
    ]);
  });

  it.each([
    ['locale', { locale: {} }],
    ['app', { app: { namespace: 'com.example.app', name: ['Example App'] } }],
    ['traits', { traits: 'example@example.com' }],
    ['timezone', { timezone: 5 }],
  ])('is not refused for a value of the wrong type in %s', async (_, changed) => {
    const urls = loopAnswers(200);
    await onEvent({
      ...androidTrack(),
      context: { ...androidTrack().context, ...changed, location: { country: 'AR' } },
    });
    expect(urls).toHaveLength(1);
    expect(decodeURIComponent(urls[0] ?? '')).not.toMatch(/example@|value\[\d/);
  });

  it('is skipped without a request if the person has not allowed tracking', async () => {
    const event = androidTrack();
    event.context.device.adTrackingEnabled = false;
    const results = await onEvent(event);
    expect(results.slice(2)).toEqual([
      {
        output: 'Action Executed',
        data: {
          result: 'skipped',
          reason: 'tracking_denied',
          message:
            'The person has not allowed tracking on this device, so Loop gets no event. Nothing needs to be done.',
          notes: [],
        },
      },
    ]);
  });

  it('names all that is missing', async () => {
    const event = androidTrack();
    event.context.ip = '';
    event.context.app.namespace = '';
    expect(await errorOf(event)).toMatchObject({
      name: 'PayloadValidationError',
      status: 400,
      code: 'PAYLOAD_VALIDATION_FAILED',
      message: expect.stringMatching(/^missing_app: .+ missing_ip: .+/) as string,
    });
  });

  it.each([
    [401, 'InvalidAuthenticationError', 401, 'INVALID_AUTHENTICATION'],
    [403, 'InvalidAuthenticationError', 401, 'INVALID_AUTHENTICATION'],
    [404, 'APIError', 404, '404'],
    [501, 'APIError', 501, '501'],
    [302, 'APIError', 400, '400'],
    [408, 'RetryableError', 408, 'RETRYABLE_ERROR'],
    [429, 'RetryableError', 429, 'RETRYABLE_ERROR'],
    [500, 'RetryableError', 500, 'RETRYABLE_ERROR'],
    [503, 'RetryableError', 503, 'RETRYABLE_ERROR'],
    [520, 'RetryableError', 500, 'RETRYABLE_ERROR'],
  ])('that Loop answers with %d ends as %s', async (answer, name, status, code) => {
    const error = await errorOf(androidTrack(), answer);
    expect(error).toMatchObject({ name, status, code });
    expect((error as Error).message).toContain(`Loop answered ${answer}`);
  });

  it('that gets no answer is sent again, and the error keeps its secrets', async () => {
    nock('https://api.retargetly.com')
      .get((uri) => uri.startsWith('/mobile?'))
      .replyWithError('connect ECONNREFUSED');
    const error = await errorOf(androidTrack());
    expect(error).toMatchObject({ name: 'RetryableError', status: 500 });
    const shown = JSON.stringify([error, String(error), (error as Error).stack]);
    expect(shown).toContain('https://api.retargetly.com/mobile?[redacted]');
    expect(shown).not.toMatch(/ANDROID-SECRET|31c5543c|56d6e8b9|example\.com"/);
  });

  it('says what is wrong with the settings, in the words of the dashboard', async () => {
    const loop = createTestIntegration(destination);
    const run = loop.onEvent(androidTrack() as SegmentEvent, {
      ...settings,
      country: 'Atlantis',
      endpoint: 'http://example.com/',
      subscriptions: [subscription],
    });
    await expect(run).rejects.toMatchObject({
      name: 'IntegrationError',
      code: 'INVALID_SETTINGS',
      status: 400,
      message: expect.stringMatching(/^The settings of Loop can't be used\. Country: .+ Endpoint: .+/) as string,
    });
  });
});

describe('a batch', () => {
  async function onBatch(events: object[]) {
    const loop = createTestIntegration(destination);
    return await loop.onBatch(events as SegmentEvent[], { ...settings, subscriptions: [subscription] });
  }

  it('has a result for each event, in order; a bad one keeps no other', async () => {
    const skipped = androidTrack();
    skipped.context.device.advertisingId = '';
    const invalid = androidTrack();
    invalid.context.ip = '';
    const refusedBySegment = { ...androidTrack(), type: { of: 'call' } };
    const urls = loopAnswers(200, 503, 200);
    const results = await onBatch([androidTrack(), skipped, refusedBySegment, androidTrack(), invalid, androidTrack()]);
    expect(urls.map(masked)).toEqual([trackUrl, trackUrl, trackUrl]);
    const sent = { status: 200, sent: {}, body: { result: 'sent', status: 200, notes: [] } };
    expect(results).toEqual([
      {
        multistatus: [
          sent,
          {
            status: 200,
            sent: {},
            body: {
              result: 'skipped',
              reason: 'no_advertising_id',
              message: expect.any(String) as string,
              notes: [],
            },
          },
          {
            status: 400,
            errortype: 'PAYLOAD_VALIDATION_FAILED',
            errormessage: 'Payload is either invalid or does not match the subscription',
            errorreporter: 'INTEGRATIONS',
          },
          {
            status: 503,
            errortype: 'RETRYABLE_ERROR',
            errormessage: 'Loop answered 503, so the event has to be sent again.',
            body: 'HTTP 503',
            errorreporter: 'DESTINATION',
          },
          {
            status: 400,
            errortype: 'PAYLOAD_VALIDATION_FAILED',
            errormessage: expect.stringMatching(/^missing_ip: /) as string,
            errorreporter: 'INTEGRATIONS',
          },
          sent,
        ],
      },
    ]);
  });

  it('takes an empty text for absent, as a single event does', async () => {
    const blank = androidTrack();
    blank.context.app.name = '';
    blank.context.locale = '';
    const urls = loopAnswers(200, 200);
    await onEvent(blank);
    await onBatch([blank]);
    const expected = trackUrl.replace('&appn=Example%20App', '').replace('&lan=es', '');
    expect(urls.map(masked)).toEqual([expected, expected]);
  });

  it('sends all of a large batch', async () => {
    const urls = loopAnswers(...Array.from({ length: 60 }, () => 200));
    const results = await onBatch(Array.from({ length: 60 }, androidTrack));
    expect(urls.map(masked)).toEqual(Array.from({ length: 60 }, () => trackUrl));
    expect(results[0]?.multistatus?.map(({ status }) => status)).toEqual(Array.from({ length: 60 }, () => 200));
  });
});
