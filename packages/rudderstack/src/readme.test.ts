import type { ClientSettings } from '@loop-adapters/client';
import type { RSACustomIntegration, RSAnalytics, RSAEvent } from '@rudderstack/analytics-js';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startLoopServer } from '@loop-adapters/testing/loop-server';
import { createLoopIntegration } from './index.js';
import { build } from './testing/build.js';
import { loadDestination } from './testing/built-destination.js';
import { everyExample } from './testing/every-example.js';
import { loadTransformation } from './testing/isolate.js';
import { recordingLogger } from './testing/recording-logger.js';
import { webhookQuery } from './testing/webhook.js';
import type { ProcessorEvent } from './transformer/process.js';

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');

/** The blocks of code of one section, in a language. */
function blocks(section: string, language: string): readonly string[] {
  const text = readme.split(/^## /m).find((part) => part.startsWith(`${section}\n`)) ?? '';
  return [...text.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, code = '']) => code);
}

const recipe = everyExample.find(({ messageId }) => messageId === 'ex-rs-js-shell-track')?.event;

const built = build();
afterAll(() => {
  built.remove();
});

it('shows a destination that works', () => {
  const [json = ''] = blocks('Self-hosted', 'json');
  const { config } = JSON.parse(json) as { readonly config: unknown };
  const { params } = loadDestination(built.folder).transform.process({
    message: recipe,
    destination: { Config: config },
  });
  expect(params['source_hash']).toBe('XYZ123');
});

it('shows a question to a transformer that is answered with a request', async () => {
  const curl = blocks('Self-hosted', 'sh').find((block) => block.startsWith('curl')) ?? '';
  const body = /-d '([^]*)'/.exec(curl)?.[1] ?? '';
  const { destType, input } = JSON.parse(body) as {
    readonly destType: string;
    readonly input: readonly ProcessorEvent[];
  };
  expect(destType).toBe('loop');
  expect(await loadDestination(built.folder).transform.processRouterDest(input)).toMatchObject([
    {
      statusCode: 200,
      batchedRequest: {
        method: 'GET',
        endpoint: 'https://api.retargetly.com/mobile',
        params: { app: 'com.example.app', ct: 'ar', source_hash: 'XYZ123', 'value[event]': 'Recipe Saved' },
      },
    },
  ]);
});

it('shows settings that work in the Transformation', () => {
  const [settings = ''] = blocks('RudderStack Cloud', 'js');
  const text = readFileSync(join(built.folder, 'transformation.js'), 'utf8');
  const file = join(built.folder, 'readme.js');
  writeFileSync(file, text.replace(/^const settings = \{[^]*?^const otherEvents = 'drop';\n/m, settings));
  const getCredential = (name: string): string => `SECRET-${name}`;
  const transform = loadTransformation(file, { log: () => undefined, getCredential });
  const granted = {
    ...recipe,
    context: { ...(recipe?.['context'] as object), consentManagement: { allowedConsentIds: ['Advertising'] } },
  };
  expect(transform(recipe)).toBeNull();
  expect(webhookQuery(transform(granted))).toMatchObject({
    source_hash: 'SECRET-LOOP_SOURCE_HASH_ANDROID',
    'value[event]': 'Recipe Saved',
  });
});

it('shows a device-mode integration that works', async () => {
  const loop = await startLoopServer();
  const [code = ''] = blocks('Web app', 'js');
  let integration: RSACustomIntegration | undefined;
  const names = ['RudderAnalytics', 'createLoopIntegration', 'AdvertisingId', 'Device', 'fetch'];
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the code is the README's own
  const run = new Function(...names, code.replaceAll(/^import .*;$/gm, '')) as (...values: readonly unknown[]) => void;
  run(
    class {
      addCustomIntegration(id: string, given: RSACustomIntegration): void {
        expect(id).toBe('DESTINATION_ID');
        integration = given;
      }
      load(): void {
        expect(integration).toBeDefined();
      }
    },
    (settings: ClientSettings) => createLoopIntegration({ ...settings, endpoint: loop.endpoint }),
    { getAdvertisingId: () => Promise.resolve({ id: 'abcdef-1234-5678' }) },
    { getInfo: () => Promise.resolve({ model: 'Pixel6' }) },
    () => Promise.resolve(new Response('192.168.1.1')),
  );
  const message = { type: 'track', event: 'Recipe Saved', context: { locale: 'es-PE', os: { name: 'Android' } } };
  integration?.track?.({} as RSAnalytics, recordingLogger(), { message: message as unknown as RSAEvent['message'] });
  await loop.arrived(1);
  await loop.close();
  expect(loop.arrivals.map(({ url }) => url)).toEqual([
    '/mobile?app=com.example.app&appn=Example%20App&ct=pe&device=Pixel6&et=custom&ip=192.168.1.1&lan=es&source_hash=XYZ123&uid=abcdef-1234-5678&device_type=android&value[event]=Recipe%20Saved',
  ]);
});

it('names files that the build makes', () => {
  const [, table = ''] = readme.split('## Contributing to RudderStack');
  const files = [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, file = '']) => file);
  expect(files).toHaveLength(4);
  expect(files.filter((file) => !existsSync(join(built.folder, file)))).toEqual([]);
});
