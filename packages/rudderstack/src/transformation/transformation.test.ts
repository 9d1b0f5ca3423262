import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from '@loop-adapters/core';
import { build } from '../testing/build.js';
import { everyExample } from '../testing/every-example.js';
import { exportsOf, loadTransformation } from '../testing/isolate.js';
import { webhookQuery } from '../testing/webhook.js';

const built = build();
const file = join(built.folder, 'transformation.js');

afterAll(() => {
  built.remove();
});

/** The file with settings in it, as a user changes them. */
function withSettings(settings: unknown, otherEvents = 'drop'): string {
  const text = readFileSync(file, 'utf8')
    .replace(/^const settings = \{[^]*?^\};$/m, `const settings = ${JSON.stringify(settings)};`)
    .replace(/^const otherEvents = 'drop';$/m, `const otherEvents = '${otherEvents}';`);
  const changed = join(built.folder, `transformation-${Math.random().toString(36).slice(2)}.js`);
  writeFileSync(changed, text);
  return changed;
}

const secrets: Readonly<Record<string, string>> = {
  LOOP_SOURCE_HASH_ANDROID: 'DEMO-ANDROID-HASH',
  LOOP_SOURCE_HASH_IOS: 'DEMO-IOS-HASH',
};
const getCredential = (name: string) => secrets[name];

const recipe = everyExample.find(({ messageId }) => messageId === 'ex-rs-js-shell-track')?.event;
const group = everyExample.find(({ messageId }) => messageId === 'ex-rs-android-group')?.event;

const recipeParams = {
  app: 'com.example.recetas',
  appn: 'Recetas',
  ct: 'pe',
  device: 'CPH2385',
  et: 'custom',
  ip: '203.0.113.199',
  lan: 'es',
  mf: 'OPPO',
  source_hash: 'DEMO-ANDROID-HASH',
  uid: '6975b771-13aa-48b6-aede-84174e1c766a',
  device_type: 'android',
  'value[event]': 'Recipe Saved',
  'value[ingredients]': 'papa,ají amarillo,queso',
  'value[minutes]': '40',
  'value[recipe_id]': 'r-118',
};

it('is one file of at most 200 kB with exactly one export', () => {
  expect(exportsOf(file)).toEqual(['transformEvent']);
  expect(statSync(file).size).toBeLessThanOrEqual(200_000);
});

it('turns an event into one for the Webhook destination, with the secrets of the workspace', () => {
  const lines: string[] = [];
  const transform = loadTransformation(file, { log: (line) => lines.push(line), getCredential });
  expect(transform(recipe)).toEqual({
    type: 'track',
    event: 'Loop',
    messageId: 'ex-rs-js-shell-track',
    anonymousId: recipe?.['anonymousId'],
    rudderId: recipe?.['rudderId'],
    channel: 'web',
    originalTimestamp: recipe?.['originalTimestamp'],
    timestamp: recipe?.['timestamp'],
    sentAt: recipe?.['sentAt'],
    receivedAt: recipe?.['receivedAt'],
    properties: recipeParams,
  });
  expect(lines).toEqual([]);
});

it('leaves out what could send the query somewhere else', () => {
  const transform = loadTransformation(file, { log: () => undefined, getCredential });
  const elsewhere = 'https://elsewhere.example/';
  const forged = {
    ...recipe,
    header: { authorization: 'x' },
    fullPath: elsewhere,
    appendPath: elsewhere,
    integrations: { webhook: { fullPath: elsewhere } },
  };
  expect(transform(forged)).toEqual(transform(recipe));
});

it('takes source hashes from the settings in an isolate without secrets', () => {
  const changed = withSettings({ sourceHash: { android: 'DEMO-ANDROID-HASH', ios: '' } });
  const transform = loadTransformation(changed, { log: () => undefined });
  expect(webhookQuery(transform(recipe))).toEqual(recipeParams);
});

it('takes one source hash for both platforms, and a secret goes before it', () => {
  const changed = withSettings({ sourceHash: 'WRITTEN' });
  const written = loadTransformation(changed, { log: () => undefined });
  const saved = loadTransformation(changed, { log: () => undefined, getCredential });
  expect(webhookQuery(written(recipe))).toEqual({ ...recipeParams, source_hash: 'WRITTEN' });
  expect(webhookQuery(saved(recipe))).toEqual(recipeParams);
});

it('sends to a relay without source hash and without IP address', () => {
  const changed = withSettings({ relay: 'https://relay.example/mobile' });
  const transform = loadTransformation(changed, { log: () => undefined });
  const { source_hash: _hash, ip: _ip, ...others } = recipeParams;
  expect(webhookQuery(transform(recipe))).toEqual(others);
});

it('says what to do when there is no source hash at all', () => {
  const transform = loadTransformation(file, { log: () => undefined });
  expect(() => transform(recipe)).toThrow(
    'There is no source hash. Save the one that Loop gave you as a secret named LOOP_SOURCE_HASH_ANDROID or LOOP_SOURCE_HASH_IOS, or write it into "settings" at the top of the Transformation.',
  );
});

it('names every problem of the settings', () => {
  const changed = withSettings({ hash: 'md5', maxUrlLength: 1 });
  const transform = loadTransformation(changed, { log: () => undefined, getCredential });
  expect(() => transform(recipe)).toThrow(/^The settings of Loop can't be used:\n- hash: .*\n- maxUrlLength: .*$/);
});

it('drops what must not be sent and logs why', () => {
  const lines: string[] = [];
  const transform = loadTransformation(file, { log: (line) => lines.push(line), getCredential });
  expect(
    everyExample.filter(({ messageId }) => messageId.startsWith('ex-rs-ios-att')).map(({ event }) => transform(event)),
  ).toEqual([null, null, null]);
  expect(lines.map((line) => line.split(' ').slice(0, 2))).toEqual([
    ['ex-rs-ios-att-not-determined:', '[tracking_undetermined]'],
    ['ex-rs-ios-att-restricted:', '[tracking_denied]'],
    ['ex-rs-ios-att-denied:', '[tracking_denied]'],
  ]);
});

it('drops events of other types, or keeps them as they are', () => {
  const dropping = loadTransformation(file, { log: () => undefined, getCredential });
  const keeping = loadTransformation(withSettings({}, 'keep'), { log: () => undefined, getCredential });
  expect(dropping(group)).toBeNull();
  expect(keeping(group)).toEqual(group);
});

it('fails with every problem for an event that Loop could not take', () => {
  const transform = loadTransformation(file, { log: () => undefined, getCredential });
  const problems = everyExample.find(({ messageId }) => messageId === 'ex-rs-js-shell-three-problems')?.event;
  expect(() => transform(problems)).toThrow(
    /^Loop can't take this event\. \[missing_app\] .*\[missing_device\] .*\[missing_ip\] /,
  );
});

it('logs what it left out', () => {
  const lines: string[] = [];
  const transform = loadTransformation(file, { log: (line) => lines.push(line), getCredential });
  const example = everyExample.find(({ messageId }) => messageId === 'ex-rs-android-ip-with-port')?.event;
  transform({ ...example, properties: { order: 2 ** 60 } });
  expect(lines).toEqual([
    'ex-rs-android-ip-with-port: [inexact_number] value[order] from properties.order: The number is larger than programs keep exactly, so its digits were lost before it came here, and it was left out. Send it as text.',
  ]);
});

it('logs no message ID that holds personal data', () => {
  const lines: string[] = [];
  const transform = loadTransformation(file, { log: (line) => lines.push(line), getCredential });
  const example = everyExample.find(({ messageId }) => messageId === 'ex-rs-android-ip-with-port')?.event;
  transform({ ...example, properties: { order: 2 ** 60 }, messageId: 'someone@example.com-1' });
  expect(lines).toEqual([
    'event: [inexact_number] value[order] from properties.order: The number is larger than programs keep exactly, so its digits were lost before it came here, and it was left out. Send it as text.',
  ]);
});

describe('the query that the Webhook destination makes equals the params of the core', () => {
  const loaded = new Map<unknown, (event: unknown) => unknown>();

  it.each(everyExample)('$messageId', ({ event, settings }) => {
    const { sourceHash: _, ...others } = settings;
    const transform =
      loaded.get(settings) ?? loadTransformation(withSettings(others), { log: () => undefined, getCredential });
    loaded.set(settings, transform);
    const outcome = createTranslator(settings).translate(event);
    const transformed = (): unknown => transform(event);
    if (outcome.status === 'ready') expect(webhookQuery(transformed())).toEqual(outcome.request.params);
    else if (outcome.status === 'skipped') expect(transformed()).toBeNull();
    else expect(transformed).toThrow("Loop can't take this event.");
  });
});
