import { createTranslator } from '@loop-adapters/core';
import { sha256, sha512 } from '@loop-adapters/core/small-hash';
import { createClient, type ClientTools } from './client.js';
import type { ClientSettings } from '../settings/client-settings.js';
import type { Report } from './report.js';
import { startLoopServer, type LoopServer } from '@loop-adapters/testing/loop-server';
import { createTestRealm, type TestRealm } from '../../test/test-realm.js';

const settings: ClientSettings = {
  sourceHash: 'XYZ123',
  app: { id: 'com.example.app' },
  ip: '192.168.1.1',
  country: 'US',
  advertisingId: 'abcdef-1234-5678',
  device: { model: 'Pixel6', type: 'android' },
};

const track = { type: 'track', event: 'Product Viewed', properties: { sku: 'A1' } };

/** A client, and a promise of the next so many reports. */
function start(changed: ClientSettings, tools: Partial<ClientTools> = {}) {
  const reports: Report[] = [];
  let wake = (): void => undefined;
  const client = createClient(
    { ...settings, ...changed },
    {
      sha256,
      sha512,
      report: (report) => {
        reports.push(report);
        wake();
      },
      ...tools,
    },
  );
  const reported = (count: number): Promise<Report[]> =>
    new Promise((resolve) => {
      wake = () => {
        if (reports.length >= count) resolve(reports);
      };
      wake();
    });
  client.start();
  return { client, reports, reported };
}

const common = 'app=com.example.app&ct=us&device=Pixel6&et=custom&ip=192.168.1.1&source_hash=XYZ123';
const viewed = `/mobile?${common}&uid=abcdef-1234-5678&device_type=android&value[event]=Product%20Viewed&value[sku]=A1`;
const accepted: Report = {
  type: 'track',
  status: 'sent',
  code: 'accepted',
  message: 'Loop took the event.',
  remarks: [],
  failures: [],
};

/** A page whose time zone tells another country than its language. */
const pageInPeru = (): TestRealm =>
  createTestRealm({
    document: {},
    Intl: { DateTimeFormat: () => ({ resolvedOptions: () => ({ timeZone: 'America/Lima', locale: 'es-ES' }) }) },
  });

describe('a client in Node', () => {
  let server: LoopServer;
  beforeEach(async () => {
    server = await startLoopServer();
  });
  afterEach(() => server.close());

  it('sends an event with the values of the host app', async () => {
    const { client, reported } = start({ endpoint: server.endpoint });
    client.send(track);
    expect(await reported(1)).toEqual([accepted]);
    expect(server.arrivals.map(({ method, url }) => ({ method, url }))).toEqual([{ method: 'GET', url: viewed }]);
  });

  it('asks functions, synchronous or not, once, and again after a reset', async () => {
    const asked: string[] = [];
    const answering = (name: string, answer: unknown) => () => {
      asked.push(name);
      return answer as string;
    };
    const { client, reported } = start({
      endpoint: server.endpoint,
      ip: answering('ip', Promise.resolve('192.168.1.1')),
      advertisingId: answering('advertisingId', 'abcdef-1234-5678'),
    });
    client.send(track);
    client.send(track);
    await reported(2);
    client.reset();
    client.send(track);
    expect(await reported(3)).toEqual([accepted, accepted, accepted]);
    expect(asked).toEqual(['ip', 'advertisingId', 'ip', 'advertisingId']);
    expect(server.arrivals.map(({ url }) => url)).toEqual([viewed, viewed, viewed]);
  });

  it.each([
    ['a name in the settings', { country: 'Estados Unidos' }, {}],
    ['a code in the settings', { country: 'us' }, {}],
    ['a function of the app', { country: () => 'USA' }, {}],
    ['a name in the event', { country: null }, { location: { country: 'United States' } }],
    ['the time zone of the page', { country: null }, { timezone: 'America/New_York' }],
  ])('knows the country by %s', async (_, changed, context) => {
    const { client, reported } = start({ endpoint: server.endpoint, ...changed });
    client.send({ ...track, context });
    expect(await reported(1)).toEqual([accepted]);
    expect(server.arrivals.map(({ url }) => url)).toEqual([viewed]);
  });

  it.each([
    ['a plain no', false, /^The person has not agreed: "consent" did not say yes/],
    ['a function that says no', () => Promise.resolve(false), /^The person has not agreed: "consent" did not say yes/],
    ['categories of the event', { required: ['Advertising'] }, /^The event does not grant every consent category/],
  ])('says in its own words that consent is missing by %s', async (_, consent, message) => {
    const { client, reported } = start({ endpoint: server.endpoint, consent });
    client.send(track);
    expect(await reported(1)).toEqual([
      { ...accepted, status: 'skipped', code: 'consent_missing', message: expect.stringMatching(message) as string },
    ]);
  });

  it.each([[{ Loop: false }], [{ All: false }], [{ All: false, Loop: false }]])(
    'does not send what is not for Loop: %j',
    async (integrations) => {
      const { client, reported } = start({ endpoint: server.endpoint });
      client.send({ ...track, integrations });
      client.send({ ...track, integrations: { All: false, Loop: true } });
      expect(await reported(2)).toMatchObject([{ status: 'skipped', code: 'not_for_loop' }, { status: 'sent' }]);
      expect(server.arrivals.map(({ url }) => url)).toEqual([viewed]);
    },
  );

  it('does not send an event whose country it could not read, whatever else would tell one', async () => {
    const realm = pageInPeru();
    const { client, reported } = start({ endpoint: server.endpoint, country: null }, { realm });
    client.send(track);
    // The names are still on their way.
    realm.dispatch('pagehide');
    expect(await reported(1)).toMatchObject([
      { status: 'failed', code: 'part_missing', failures: [{ setting: 'country names', reason: 'failed' }] },
    ]);
    realm.dispatch('pageshow');
    client.send(track);
    expect(await reported(2)).toMatchObject([{}, { status: 'sent', code: 'accepted' }]);
    expect(server.arrivals.map(({ url }) => url)).toEqual([
      viewed.replace('ct=us', 'ct=pe').replace('&source', '&lan=es&source'),
    ]);
  });

  it('sends an event without the phone whose parser did not come', async () => {
    const realm = createTestRealm();
    const { client, reported } = start({ endpoint: server.endpoint, country: 'AR' }, { realm });
    client.send({ type: 'identify', traits: { phone: '011 15-5119-0123', plan: 'gold' } });
    realm.dispatch('pagehide');
    expect(await reported(1)).toMatchObject([
      { status: 'sent', code: 'accepted', failures: [{ setting: 'phone parser', reason: 'failed' }] },
    ]);
    expect(server.arrivals.map(({ url }) => url)).toEqual([
      `/mobile?${common.replace('ct=us', 'ct=ar')}&uid=abcdef-1234-5678&device_type=android&value[plan]=gold`,
    ]);
  });

  it('sends what the core makes of the phone, whose parser is loaded when needed', async () => {
    const { client, reported } = start({ endpoint: server.endpoint, country: 'AR' });
    const event = { type: 'identify', traits: { phone: '011 15-5119-0123', email: 'ana@example.com' } };
    client.send(event);
    await reported(1);
    const outcome = createTranslator({ sourceHash: 'XYZ123', endpoint: server.endpoint }).translate({
      ...event,
      context: {
        app: { namespace: 'com.example.app' },
        device: { model: 'Pixel6', type: 'android', advertisingId: 'abcdef-1234-5678' },
        ip: '192.168.1.1',
        location: { country: 'AR' },
      },
    });
    expect(server.arrivals.map(({ url }) => `http://127.0.0.1:${server.port}${url}`)).toEqual([
      outcome.status === 'ready' && outcome.request.url,
    ]);
    expect(server.arrivals[0]?.url).toContain('value[mb_sh2]=');
  });
});
