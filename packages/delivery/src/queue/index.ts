export { openFileQueue } from './file/open-file-queue.js';
export type { FileQueueSettingsInput } from './file/file-queue-settings.js';
export { openRedisQueue } from './redis/open-redis-queue.js';
export type { RedisQueueSettingsInput } from './redis/redis-queue-settings.js';
export type { Added, AddedAs, Burial, Lease, Queue, QueueCounts, QueueEvent, Release, Tidied } from './queue.js';
export type { DeadLetter, DeadLetterFilter, DeadLetters } from './dead-letters.js';
export { readMessageId } from './message-id.js';
export { QueueError } from './queue-error.js';
export { queueCodes, type QueueCode } from './queue-codes.js';
export { deadLetterCodes, type DeadLetterCode } from './dead-letter-codes.js';
export { createDeliverer, type Deliverer } from '../deliverer/deliverer.js';
export type {
  BuriedNotice,
  DeliveredNotice,
  DelivererSettingsInput,
  RetriedNotice,
} from '../settings/deliverer-settings.js';
