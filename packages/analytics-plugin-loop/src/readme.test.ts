import { Analytics } from 'analytics';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startLoopServer, type LoopServer } from '@loop-adapters/testing/loop-server';
import { loopPlugin, type LoopPluginSettings, type Report } from './index.js';

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');

/** The first program under a heading, or under a line of the README. */
function program(heading: string): string {
  const found = readme
    .split(heading)[1]
    ?.split(/```js\n/)[1]
    ?.split('```')[0];
  if (found === undefined) throw new Error(`The README has no program under "${heading}".`);
  return found.replaceAll(/^import .*;\n/gm, '');
}

type Program = (
  ...values: unknown[]
) => Promise<{ track(event: string, properties?: object, options?: object): Promise<unknown> }>;

let server: LoopServer;
beforeEach(async () => {
  server = await startLoopServer();
});
afterEach(async () => {
  await Analytics({ app: 'example' }).reset();
  await server.close();
});

/**
 * Runs a program of the README, unchanged but for where it sends to, among the names that it uses.
 * @returns its `analytics`, and a promise of the next so many reports
 */
async function run(heading: string, names: Readonly<Record<string, unknown>>) {
  const reports: Report[] = [];
  let wake = (): void => undefined;
  const plugin = ({ relay, ...settings }: LoopPluginSettings) =>
    loopPlugin({
      ...settings,
      ...(relay === undefined ? { endpoint: server.endpoint } : { relay: server.endpoint }),
      report: (report) => {
        reports.push(report);
        wake();
      },
    });
  const all = { ...names, Analytics, loopPlugin: plugin };
  const AsyncFunction = Object.getPrototypeOf(async () => undefined) as {
    constructor: new (...code: string[]) => Program;
  };
  const start = new AsyncFunction.constructor(...Object.keys(all), `${program(heading)}\nreturn analytics;`);
  const analytics = await start(...Object.values(all));
  const reported = (count: number): Promise<string[]> =>
    new Promise((resolve) => {
      wake = () => {
        if (reports.length >= count) resolve(reports.map(({ code }) => code));
      };
      wake();
    });
  return { analytics, reported };
}

const nativeApp = { getAdvertisingId: () => Promise.resolve('abcdef-1234-5678'), getIp: () => '192.168.1.1' };

describe('App Tracking Transparency in Capacitor', () => {
  it('sends nothing until the person allows it, and then what the device told', async () => {
    let status = 'Not Determined';
    const names = {
      App: { getInfo: () => Promise.resolve({ id: 'com.example.app', name: 'Example App' }) },
      Device: {
        getId: () => Promise.resolve({ identifier: '5E1FA0C2-0B7E-4C9A-9A53-2F6B8E0D1C11' }),
        getInfo: () => Promise.resolve({ model: 'iPhone15,2', manufacturer: 'Apple', platform: 'ios' }),
      },
      AdvertisingId: {
        getAdvertisingId: () =>
          Promise.resolve({
            id:
              status === 'Authorized' ? 'A1B2C3D4-0000-4000-8000-1234567890AB' : '00000000-0000-0000-0000-000000000000',
            status,
          }),
        getAdvertisingStatus: () => Promise.resolve({ status }),
        requestTracking: () => Promise.resolve({ value: status }),
      },
    };
    const { analytics, reported } = await run('### App Tracking Transparency in Capacitor', names);
    let tracked = 0;
    for (const answer of ['Not Determined', 'Denied', 'Restricted', 'Authorized', 'Denied']) {
      status = answer;
      await analytics.track('Opened', { country: 'MX' });
      await reported(++tracked);
    }
    expect(await reported(5)).toEqual([
      'tracking_denied',
      'tracking_denied',
      'tracking_denied',
      'accepted',
      'tracking_denied',
    ]);
    expect(server.arrivals.map(({ url }) => url)).toEqual([
      '/mobile?app=com.example.app&appn=Example%20App&ct=mx&device=iPhone15%2C2&et=custom&mf=Apple' +
        '&uid=A1B2C3D4-0000-4000-8000-1234567890AB&device_type=ios&value[event]=Opened&value[country]=MX',
    ]);
  });
});

const sent =
  '/mobile?app=com.example.app&ct=ar&device=Pixel6&et=custom&ip=192.168.1.1&source_hash=XYZ123&uid=abcdef-1234-5678&device_type=android&value[event]=Opened';

/** The event in `options.context` holds what Node does not know. */
const inContext = { context: { location: { country: 'AR' }, device: { model: 'Pixel6', type: 'android' } } };

describe('IAB TCF', () => {
  type Listener = (tcData: object, success: boolean) => void;

  it('sends only once the person has agreed to every purpose, and stops when the person changes their mind', async () => {
    let tell: Listener = () => undefined;
    const __tcfapi = (command: string, version: number, listener: Listener): void => {
      expect([command, version]).toEqual(['addEventListener', 2]);
      tell = listener;
    };
    const { analytics, reported } = await run('### IAB TCF', { nativeApp, __tcfapi });
    let tracked = 0;
    const track = async (): Promise<void> => {
      await analytics.track('Opened', {}, inContext);
      await reported(++tracked);
    };
    const consents = (...purposes: number[]) => ({
      purpose: { consents: Object.fromEntries(purposes.map((purpose) => [purpose, true])) },
    });

    await track();
    tell({ eventStatus: 'cmpuishown', ...consents(1, 3, 4) }, true);
    await track();
    tell({ eventStatus: 'useractioncomplete', ...consents(1, 3) }, true);
    await track();
    tell({ eventStatus: 'useractioncomplete', ...consents(1, 2, 3, 4) }, true);
    await track();
    tell({ eventStatus: 'useractioncomplete', ...consents() }, true);
    await track();
    tell({ eventStatus: 'tcloaded', ...consents(1, 3, 4) }, false);
    await track();
    const no = 'consent_missing';
    expect(await reported(6)).toEqual([no, no, no, 'accepted', no, no]);
    expect(server.arrivals.map(({ url }) => url)).toEqual([sent]);
  });
});

describe('Google Consent Mode', () => {
  it('sends only while the person grants every required category', async () => {
    const window: { dataLayer?: unknown[] } = {};
    // As Google's snippet does it: the entries are like `arguments`, beside objects of other kinds.
    const gtag = (...words: unknown[]): void => {
      (window.dataLayer ??= []).push(Object.assign({}, words));
    };
    const { analytics, reported } = await run('### Google Consent Mode', { nativeApp, window });
    let tracked = 0;
    const track = async (): Promise<void> => {
      await analytics.track('Opened', {}, inContext);
      await reported(++tracked);
    };
    const ads = (word: string) => ({ ad_storage: word, ad_user_data: word, ad_personalization: word });

    await track();
    gtag('consent', 'default', ads('granted'));
    window.dataLayer?.push({ event: 'gtm.js' });
    await track();
    gtag('consent', 'update', { ...ads('granted'), ad_user_data: 'denied' });
    await track();
    gtag('consent', 'update', { ad_user_data: 'granted' });
    await track();
    gtag('consent', 'update', ads('denied'));
    await track();
    const no = 'consent_missing';
    expect(await reported(5)).toEqual([no, no, no, 'accepted', no]);
    expect(server.arrivals.map(({ url }) => url)).toEqual([sent]);
  });
});

it('shows a use in Node that sends', async () => {
  const { reported } = await run('<summary>Using in Node</summary>', {});
  expect(await reported(1)).toEqual(['accepted']);
  expect(server.arrivals.map(({ url }) => url)).toEqual([
    '/mobile?app=com.example.app&ct=ar&device=Pixel6&et=custom&ip=192.168.1.1&source_hash=XYZ123' +
      '&uid=abcdef-1234-5678&device_type=android&value[event]=Order%20Completed&value[total]=10.5',
  ]);
});

it('shows a use in pages that works once the page knows its device', async () => {
  const responses = { text: () => Promise.resolve('192.168.1.1') };
  const { analytics, reported } = await run('## How to use', { nativeApp, fetch: () => Promise.resolve(responses) });
  expect(await reported(2)).toEqual(['missing_ct', 'missing_ct']);
  await analytics.track('Opened', {}, inContext);
  expect(await reported(3)).toEqual(['missing_ct', 'missing_ct', 'accepted']);
  const emailHash = /value\[ml_sh2\]=[0-9a-f]{64}/;
  expect(server.arrivals.map(({ url }) => url.replace(emailHash, 'HASH'))).toEqual([
    sent.replace('value[event]', 'HASH&value[event]'),
  ]);
});
