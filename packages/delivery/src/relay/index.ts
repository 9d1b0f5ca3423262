export { relayCodes, relayStatuses, type RelayCode } from './relay-codes.js';
export type { RelaySettings, RelaySettingsInput } from './relay-settings.js';
export type { Received, ReceivedEvent, Remark } from './http/tally.js';
export { startRelay, type Relay, type RelayTools } from './start-relay.js';
export { QueueError } from '../queue/index.js';
