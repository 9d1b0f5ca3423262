import { createClient } from '../sending/client.js';
import { describedSettings } from './described-settings.js';
import { hostValues } from '../host/host-values.js';

const own = ['consent', 'valueTimeoutMs', 'queueSize', 'imageFallback'];

it('describes every setting of the client and no other', () => {
  expect(describedSettings.map(({ setting }) => setting).sort()).toEqual(
    [...hostValues.map(({ setting }) => setting), ...own].sort(),
  );
});

it('describes only settings that there are', () => {
  const values: Readonly<Record<string, unknown>> = { valueTimeoutMs: 1, queueSize: 1, imageFallback: true };
  const tools = { sha256: String, sha512: String, report: () => undefined };
  for (const { setting } of describedSettings) {
    const [first = '', second] = setting.split('.');
    const value = values[setting] ?? (() => true);
    expect(() => createClient({ [first]: second === undefined ? value : { [second]: value } }, tools)).not.toThrow();
  }
});
