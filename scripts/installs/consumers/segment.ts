import * as loop from '@loop-adapters/segment';
import type { Settings } from '@loop-adapters/segment';

export const settings: Settings = { androidSourceHash: 'XYZ123' };
// @ts-expect-error A misspelled setting.
export const misspelled: Settings = { androidSorceHash: 'XYZ123' };
// @ts-expect-error It exports a destination and nothing of this name.
loop.destination;
