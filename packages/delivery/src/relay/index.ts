export { relayCodes, relayStatuses, type RelayCode } from './relay-codes.js';
export type { RelaySettings, RelaySettingsInput } from './relay-settings.js';
export type { InvalidEvent, SkippedEvent, Taken } from './intake.js';
