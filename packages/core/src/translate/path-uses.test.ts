import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from './create-translator.js';
import { createReadPathUses, type PathUses } from './path-uses.js';
import type { SettingsInput } from '../settings/settings.js';

const device = {
  type: 'Android',
  manufacturer: 'Google',
  model: 'Pixel6',
  advertisingId: '56d6e8b9-f29c-4514-a8ac-8a80e61e4e1c',
  adTrackingEnabled: true,
  name: 'Phone of Maria',
};

const base = {
  type: 'track',
  event: 'Order Completed',
  messageId: 'm-1',
  context: { app: { namespace: 'com.example.app' }, device, ip: '198.51.100.17', locale: 'es-AR' },
};

/** The use of each value by its path, with its parameters or its note. */
function uses(event: object, settings: SettingsInput = {}): Record<string, string> {
  const translator = createTranslator({ sourceHash: 'XYZ123', ...settings });
  const found = createReadPathUses(translator.settings)(event, translator.explain(event));
  const words = ({ use, parameters, note, kind }: PathUses) =>
    [use, ...parameters, note, kind].filter(Boolean).join(' ');
  return Object.fromEntries(found.map((each) => [each.path.join('.'), words(each)]));
}

it('says what becomes of every value of an event', () => {
  const event = {
    ...base,
    context: { ...base.context, traits: { email: ' Maria.Perez@Example.com', gender: 'F', age: 34 } },
    properties: {
      order_id: 'A-1001',
      'gift wrap': true,
      note: 'Call maria.perez@example.com',
      empty: '',
      tags: ['mate', 'yerba'],
      products: [{ sku: 'A' }, { sku: 'B' }],
      shipping: { city: 'Rosario', method: 'fast' },
    },
  };
  expect(uses(event)).toEqual({
    type: 'decides',
    event: 'sent value[event]',
    messageId: 'not_used',
    'context.app.namespace': 'sent app',
    'context.device.type': 'part device_type',
    'context.device.manufacturer': 'sent mf',
    'context.device.model': 'sent device',
    'context.device.advertisingId': 'sent uid',
    'context.device.adTrackingEnabled': 'decides',
    'context.device.name': 'not_used',
    'context.ip': 'sent ip',
    'context.locale': 'part ct lan',
    'context.traits.email': 'hashed value[ml_sh2]',
    'context.traits.gender': 'sent value[gender]',
    'context.traits.age': 'sent value[age]',
    'properties.order_id': 'sent value[order_id]',
    'properties.gift wrap': 'sent value[gift_wrap]',
    'properties.note': 'withheld personal_data email',
    'properties.empty': 'not_used',
    'properties.tags.0': 'part value[tags]',
    'properties.tags.1': 'part value[tags]',
    'properties.products.0.sku': 'part value[products_sku]',
    'properties.products.1.sku': 'part value[products_sku]',
    'properties.shipping.city': 'sent value[shipping_city]',
    'properties.shipping.method': 'sent value[shipping_method]',
  });
});

it('names the setting that keeps a property back, and what two keys share', () => {
  const event = { ...base, properties: { kept: 1, internal: { id: 2 }, 'a b': 3, a_b: 4 } };
  expect(uses(event, { exclude: ['internal'] })).toMatchObject({
    'properties.kept': 'sent value[kept]',
    'properties.internal.id': 'withheld not_selected',
    'properties.a b': 'sent value[a_b]',
    'properties.a_b': 'withheld duplicate_key',
  });
});

it('says of a value that was cut from the URL that it is withheld', () => {
  const event = { ...base, properties: { first: 'x'.repeat(40), second: 'y'.repeat(400) } };
  expect(uses(event, { maxUrlLength: 400 })).toMatchObject({
    'properties.first': 'sent value[first]',
    'properties.second': expect.stringMatching(/^withheld (?:cut_to_fit|too_long)$/),
  });
});

it('reads traits of an identify', () => {
  const event = { ...base, type: 'identify', traits: { plan: 'pro', phone: '011 15 5119-0123' } };
  expect(uses(event)).toMatchObject({ 'traits.plan': 'sent value[plan]', 'traits.phone': 'hashed value[mb_sh2]' });
});

it('says that nothing of an event is sent that is skipped', () => {
  const denied = { ...base.context, device: { ...device, adTrackingEnabled: false } };
  const found = Object.values(uses({ ...base, context: denied, properties: { total: 1 } }));
  expect(found.filter((use) => /^(?:sent|hashed|part)/.test(use))).toEqual([]);
  expect(found).toContain('decides');
});

it.each([null, 'text', [], {}, { type: 'track', properties: 'text' }, { type: 'group' }])('takes %j', (event) => {
  const translator = createTranslator({ sourceHash: 'XYZ123' });
  const found = createReadPathUses(translator.settings)(event, translator.explain(event));
  expect(found.every(({ use }) => use === 'not_used' || use === 'decides')).toBe(true);
});

const folder = join(__dirname, '../../../../examples');
const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'loop.config.json');
const constants = ['et', 'source_hash'];

it.each(files)('knows where every parameter of the ready events in %s comes from', (file) => {
  const translator = createTranslator({ sourceHash: { android: 'A', ios: 'I' } });
  const readPathUses = createReadPathUses(translator.settings);
  for (const event of JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown[]) {
    const explanation = translator.explain(event);
    if (explanation.outcome.status !== 'ready') continue;
    const named = new Set(readPathUses(event, explanation).flatMap(({ parameters }) => parameters));
    const { params } = explanation.outcome.request;
    expect([...named, ...constants].sort()).toEqual(Object.keys(params).sort());
  }
});
