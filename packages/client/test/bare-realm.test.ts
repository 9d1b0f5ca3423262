import { buildSync } from 'esbuild';
import { createContext, runInContext } from 'node:vm';
import { join } from 'node:path';
import { startLoopServer, type LoopServer } from '@loop-adapters/testing/loop-server';

const core = join(__dirname, '../../core/src');

/** The bundled client in a realm like React Native's: fetch and timers, no document, no localStorage, no URL. */
function loadClient(hosts: object): (code: string) => unknown {
  const bundle = buildSync({
    stdin: {
      contents: `
        export { createClient } from '../src';
        export { sha256, sha512 } from '@loop-adapters/core/small-hash';`,
      resolveDir: join(__dirname, '../src'),
      loader: 'ts',
    },
    alias: {
      '@loop-adapters/core/bare': join(core, 'translate/bare.ts'),
      '@loop-adapters/core/countries': join(core, 'normalize/country/country-reader.ts'),
      '@loop-adapters/core/phone': join(core, 'normalize/phone.ts'),
      '@loop-adapters/core/sentences': join(core, 'translate/describe.ts'),
      '@loop-adapters/core/small-hash': join(core, 'hash/small-hash.ts'),
    },
    bundle: true,
    format: 'iife',
    globalName: 'client',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2020',
    write: false,
  });
  const realm = createContext(Object.assign(Object.create(null) as object, hosts));
  runInContext(bundle.outputFiles[0]?.text ?? '', realm);
  return (code) => runInContext(code, realm) as unknown;
}

describe('the client in a realm like React Native’s', () => {
  let server: LoopServer;
  beforeEach(async () => {
    server = await startLoopServer();
  });
  afterEach(() => server.close());

  it('sends, phone parser and all, where there is no document, localStorage or URL', async () => {
    const run = loadClient({ fetch, setTimeout, clearTimeout, navigator: { product: 'ReactNative' } });
    const absent = ['document', 'localStorage', 'URL', 'URLSearchParams', 'TextEncoder', 'crypto', 'process', 'window'];
    expect(run(`${JSON.stringify(absent)}.filter((name) => globalThis[name] !== undefined).length`)).toBe(0);
    const report = (await run(`new Promise((report) => {
      const loop = client.createClient(
        {
          sourceHash: 'XYZ123',
          endpoint: '${server.endpoint}',
          app: { id: () => 'com.example.app' },
          advertisingId: async () => 'abcdef-1234-5678',
          ip: async () => '192.168.1.1',
          country: 'AR',
          guess: { timezone: false, locale: false },
          device: { model: 'Pixel6', type: 'android' },
        },
        { sha256: client.sha256, sha512: client.sha512, report },
      );
      loop.start();
      loop.send({ type: 'identify', traits: { phone: '011 15-5119-0123', plan: 'gold' } });
    })`)) as object;
    expect({ ...report }).toMatchObject({ type: 'identify', status: 'sent', code: 'accepted' });
    expect(server.arrivals.map(({ url }) => url.replace(/&lan=\w+/, ''))).toEqual([
      '/mobile?app=com.example.app&ct=ar&device=Pixel6&et=custom&ip=192.168.1.1&source_hash=XYZ123' +
        '&uid=abcdef-1234-5678&device_type=android' +
        '&value[mb_sh2]=5e82b2a8ec7559ce189ff67ac2bd7ddaa4eb9f1196f072ca03051ff7e32e56be&value[plan]=gold',
    ]);
  });

  it('says so where there is nothing but the language', async () => {
    const run = loadClient({});
    const report = await run(`new Promise((report) => {
      client
        .createClient(
          {
            sourceHash: 'XYZ123',
            app: { id: 'com.example.app' },
            advertisingId: 'abcdef-1234-5678',
            ip: '192.168.1.1',
            country: 'AR',
            device: { model: 'Pixel6', type: 'android' },
          },
          { sha256: client.sha256, sha512: client.sha512, report },
        )
        .send({ type: 'track', event: 'Product Viewed' });
    })`);
    expect({ ...(report as object) }).toMatchObject({ type: 'track', status: 'failed', code: 'no_fetch' });
  });
});
