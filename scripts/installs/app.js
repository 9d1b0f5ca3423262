// Copied into a folder where packages are installed, and bundled there by Metro: what an app with React Native imports.
import { sha256, sha512 } from '@loop-adapters/core/small-hash';
import { createTranslator } from '@loop-adapters/core/bare';
import { countryReader } from '@loop-adapters/core/countries';
import { normalizePhone } from '@loop-adapters/core/phone';
import { createClient } from '@loop-adapters/client';
import { createLoopIntegration } from '@loop-adapters/rudderstack';
import { loopPlugin } from 'analytics-plugin-loop';

const translator = createTranslator(
  { sourceHash: 'XYZ123' },
  {
    sha256,
    sha512,
    normalizePhone,
    countries: countryReader,
  },
);
globalThis.tried = {
  outcome: translator.translate({
    type: 'track',
    context: {
      app: { namespace: 'com.example.app' },
      device: { type: 'android', model: 'Pixel6', advertisingId: '38400000-8cf0-11bd-b23e-10b96e40000d' },
      ip: '181.46.137.10',
      location: { country: 'AR' },
      traits: { phone: '11 5119 0123' },
    },
  }).status,
  entries: [createClient, createLoopIntegration, loopPlugin].map((entry) => typeof entry).join(),
};
