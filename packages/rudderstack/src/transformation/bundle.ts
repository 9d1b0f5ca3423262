import type { SettingsInput } from '@loop-adapters/core';
import { createTransformEvent, type Isolate, type OtherEvents } from './transform-event.js';

let transform: ((event: unknown) => unknown) | undefined;

/** What `transformEvent` at the top of the file calls. What the isolate offers is global there. */
export function transformEvent(event: unknown, settings: SettingsInput, otherEvents: OtherEvents): unknown {
  transform ??= createTransformEvent(settings, otherEvents, globalThis as Isolate);
  return transform(event);
}
