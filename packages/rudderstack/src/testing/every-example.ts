import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SettingsInput } from '@loop-adapters/core';

const folder = join(__dirname, '../../../../examples');

export interface Example {
  readonly messageId: string;
  readonly event: Readonly<Record<string, unknown>>;
  /** The settings of the example's folder. */
  readonly settings: SettingsInput & { readonly sourceHash: { readonly android: string; readonly ios: string } };
}

const parts = {
  '.': [
    'segment-swift.json',
    'segment-kotlin.json',
    'segment-react-native.json',
    'segment-web.json',
    'rudderstack-android.json',
    'rudderstack-ios.json',
    'rudderstack-js.json',
  ],
  consent: ['segment.json', 'rudderstack.json'],
  fallbacks: ['segment.json', 'rudderstack.json'],
};

/** Every event of the repository's `examples/`, Segment's too: RudderStack takes what they send. */
export const everyExample: readonly Example[] = Object.entries(parts).flatMap(([part, files]) => {
  const settings = read(part, 'loop.config.json') as Example['settings'];
  return files
    .flatMap((file) => read(part, file) as readonly (Example['event'] & { readonly messageId: string })[])
    .map((event) => ({ messageId: event.messageId, event, settings }));
});

function read(...path: readonly string[]): unknown {
  return JSON.parse(readFileSync(join(folder, ...path), 'utf8'));
}
