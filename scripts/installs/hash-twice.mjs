// Copied into a folder where the core is installed and run there: an event comes to the same request with Node's hash
// and with the built-in one.
import { createTranslator } from '@loop-adapters/core';
import { nodeHash } from '@loop-adapters/core/node';

const event = {
  type: 'track',
  event: 'Order Completed',
  context: {
    app: { namespace: 'com.example.app' },
    device: { type: 'android', model: 'Pixel6', advertisingId: '38400000-8cf0-11bd-b23e-10b96e40000d' },
    ip: '181.46.137.10',
    locale: 'es-AR',
    traits: { email: 'example@example.com' },
  },
};
const settings = { sourceHash: 'XYZ123', hash: 'both' };
const urls = [nodeHash, undefined].map((hash) => createTranslator(settings, hash).translate(event).request?.url);
if (!/value\[ml_sh2\]=31c5543c1734.+value\[ml_sh5\]=/.test(urls[0] ?? '') || urls[0] !== urls[1]) {
  throw new Error(`The hashes differ: ${urls.join(' and ')}`);
}
