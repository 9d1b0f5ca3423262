export { createSender, type Sender, type SenderTools } from './sender/sender.js';
export type { RetryNotice } from './sender/retry-notice.js';
export type { SenderSettings, SenderSettingsInput } from './sender/sender-settings.js';
export type { Delivered, Failed, Refused, SendResult } from './sender/result.js';
export { deliveryCodes, type FailedCode, type RefusedCode } from './sender/delivery-codes.js';
export { systemClock, type Clock } from './sender/clock.js';
