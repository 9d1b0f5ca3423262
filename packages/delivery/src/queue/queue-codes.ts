/** Why a queue could not do what it was asked, with the sentence that says what to do. */
export const queueCodes = {
  queue_full:
    'There is no room for more events: the disk or the memory is full, or the limit of the settings is reached. Make room, or raise the limit.',
  queue_busy: 'Another program holds the queue and does not let go. End it, or wait until it is done, and try again.',
  queue_unreachable: 'Redis does not answer. Check that it runs, and that this machine may reach it.',
  queue_not_durable:
    'Redis would lose events that were accepted. Set "appendonly yes", "appendfsync always" or "everysec", and "maxmemory-policy noeviction" in Redis; or set "acceptLoss" if that is what you want.',
  queue_lost:
    'Events that were accepted may be gone: the file was deleted or replaced while the queue was open; or Redis was emptied, came back without its file, or another one took its place. See to it, then start again.',
  queue_damaged:
    'The file is no queue, or it is damaged. If it is a queue, start again: what can be read of it is carried over into a new file. Else name another file.',
  queue_outdated:
    'The queue was made by another version. Let that version deliver what waits, then delete the old queue, or name another one.',
  queue_failed:
    'The queue could not be read or written. Check the disk, and the permissions of the file or of the Redis user.',
  queue_closed: 'The queue was closed already.',
} as const;

/** The codes never change, so a program can use them. */
export type QueueCode = keyof typeof queueCodes;
