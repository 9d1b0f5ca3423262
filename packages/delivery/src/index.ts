export { createSender, type Sender, type SenderTools } from './sender.js';
export type { RetryNotice, SenderSettings, SenderSettingsInput } from './sender-settings.js';
export type { Delivered, Failed, Rejected, SendResult } from './result.js';
export { deliveryCodes, type FailedCode, type RejectedCode } from './codes.js';
export { systemClock, type Clock } from './clock.js';
