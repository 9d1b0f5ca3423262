import type { ClientSettings } from '@loop-adapters/client';
import { RudderAnalytics } from '@rudderstack/analytics-js/bundled';
import { createLoopIntegration } from '../../index.js';

/** What a test asks of the page. */
export interface RudderPage {
  /** Loads the SDK with the integration; `analytics` is there then, and works as soon as the SDK is ready. */
  startRudder(settings: ClientSettings, origins: { readonly config: string; readonly data: string }): void;
  readonly analytics: Pick<RudderAnalytics, 'track' | 'identify' | 'page' | 'ready'>;
}

const analytics = new RudderAnalytics();

const page: RudderPage = {
  analytics,
  startRudder: (settings, origins) => {
    analytics.addCustomIntegration('loop-destination', createLoopIntegration(settings));
    analytics.load('write-key', origins.data, { configUrl: origins.config, logLevel: 'LOG' });
  },
};

Object.assign(globalThis, page);
