import { createSender } from '@loop-adapters/delivery';
import { createDeliverer, openFileQueue, type Queue } from '@loop-adapters/delivery/queue';
import { startRelay } from '@loop-adapters/delivery/relay';
import { startSandbox } from '@loop-adapters/delivery/sandbox';

createSender({ concurrency: 32 });
// @ts-expect-error A misspelled option.
createSender({ concurency: 32 });

export const queue: Promise<Queue> = openFileQueue({ file: 'events.sqlite' });
// @ts-expect-error A misspelled option.
void openFileQueue({ fil: 'events.sqlite' });
// @ts-expect-error It takes a queue.
createDeliverer({ no: 'queue' });

void startRelay({ sourceHash: 'XYZ123' }, { writeKeys: ['KEY'], queue: { file: 'events.sqlite' } });
// @ts-expect-error A misspelled option of Loop's.
void startRelay({ sorceHash: 'XYZ123' }, { writeKeys: ['KEY'], queue: { file: 'events.sqlite' } });
// @ts-expect-error A misspelled option of the relay's.
void startRelay({ sourceHash: 'XYZ123' }, { writeKey: ['KEY'], queue: { file: 'events.sqlite' } });

void startSandbox({ port: 0 });
// @ts-expect-error A misspelled option.
void startSandbox({ prot: 0 });
