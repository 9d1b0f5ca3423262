import Analytics from 'analytics';
import loopPlugin from 'analytics-plugin-loop';
import { nativeApp } from './native-app.js';

const element = (id) => globalThis.document.getElementById(id);

const analytics = Analytics({
  app: 'mercadito',
  plugins: [
    loopPlugin({
      sourceHash: 'DEMO-ANDROID-HASH',
      // The stand-in for Loop that `npx loop-adapters sandbox` runs. Without this line, events go to Loop.
      endpoint: import.meta.env.VITE_LOOP_ENDPOINT ?? 'http://127.0.0.1:8765/mobile',
      app: { id: nativeApp.getAppId, name: 'Mercadito' },
      advertisingId: nativeApp.getAdvertisingId,
      trackingStatus: nativeApp.getTrackingStatus,
      device: {
        model: async () => (await nativeApp.getDevice()).model,
        manufacturer: async () => (await nativeApp.getDevice()).manufacturer,
        type: async () => (await nativeApp.getDevice()).platform,
      },
      ip: nativeApp.getIp,
      country: 'AR',
      page: true,
      consent: () => element('consent').checked,
      report: showReport,
    }),
  ],
});

analytics.page();

const product = { sku: 'A1', category: 'drinks', price: 10.5 };
const person = { email: 'ana@example.com', phone: '011 15-5119-0123', plan: 'gold' };

element('view').onclick = () => analytics.track('Product Viewed', product);
element('sign-in').onclick = () => analytics.identify('user-1', person);
element('sign-out').onclick = () => analytics.reset();
element('explain').onclick = async () => {
  const event = { type: 'track', event: 'Product Viewed', properties: product };
  const { parameters } = await analytics.plugins.loop.explain(event);
  const known = parameters.filter(({ value }) => value !== null);
  element('sources').replaceChildren(
    ...known.map(({ parameter, value, source }) => row(parameter, value, source ?? '')),
  );
};

function showReport({ type, status, code, message }) {
  const item = globalThis.document.createElement('li');
  item.textContent = `${type}: ${status} (${code}). ${message}`;
  element('reports').append(item);
}

function row(...texts) {
  const line = globalThis.document.createElement('tr');
  for (const text of texts) line.insertCell().textContent = text;
  return line;
}
