import { UsageError } from '../../terminal/usage-error.js';
import { applyOptions } from '../../settings/apply-options.js';
import { chooseQueue } from './choose-queue.js';
import { serveOptions } from './serve-options.js';

const choose = (
  flags: Record<string, string>,
  environment: Record<string, string> = {},
  queue: object = {},
): Readonly<Record<string, unknown>> =>
  chooseQueue(applyOptions(serveOptions, { queue }, 'loop.config.json', flags, environment));

const url = 'redis://127.0.0.1:6379';

describe('chooseQueue', () => {
  it.each<[string, Parameters<typeof choose>, object]>([
    ['a file of its own', [{}], { file: 'loop-queue.sqlite' }],
    ['the same, with other settings', [{ duplicateHours: '2' }], { file: 'loop-queue.sqlite', duplicateHours: 2 }],
    ['a file', [{ queue: 'a.sqlite' }], { file: 'a.sqlite' }],
    ['Redis', [{ redis: url, queueName: 'relays', acceptLoss: 'yes' }], { url, name: 'relays', acceptLoss: true }],
    ['a flag before a variable', [{ queue: 'a.sqlite' }, { LOOP_REDIS_URL: url }], { file: 'a.sqlite' }],
    ['a variable before the file', [{}, { LOOP_REDIS_URL: url }, { file: 'a.sqlite' }], { url }],
    ['a flag before the file', [{ redis: url }, {}, { file: 'a.sqlite' }], { url }],
    ['an empty variable is none', [{}, { LOOP_QUEUE: '', LOOP_REDIS_URL: url }], { url }],
    [
      'a password in a variable',
      [{}, { LOOP_REDIS_URL: 'redis://:S3CRET@127.0.0.1' }],
      { url: 'redis://:S3CRET@127.0.0.1' },
    ],
  ])('takes %s', (_, given, queue) => {
    expect(choose(...given)).toEqual(queue);
  });

  it.each<[string, Parameters<typeof choose>, string]>([
    [
      'two flags',
      [{ queue: 'a.sqlite', redis: url }],
      'Two queues are named, a file and a Redis: --queue and --redis. Take one of them away.',
    ],
    [
      'two variables',
      [{}, { LOOP_QUEUE: 'a.sqlite', LOOP_REDIS_URL: url }],
      'Two queues are named, a file and a Redis: LOOP_QUEUE and LOOP_REDIS_URL. Take one of them away.',
    ],
    [
      'two in the file',
      [{}, {}, { file: 'a.sqlite', url }],
      'Two queues are named, a file and a Redis: "queue.file" and "queue.url". Take one of them away.',
    ],
    [
      'a password in a flag',
      [{ redis: 'redis://:S3CRET@127.0.0.1' }],
      '--redis must hold no password, because other people on this machine can see flags. Put the URL into LOOP_REDIS_URL.',
    ],
  ])('refuses %s', (_, given, message) => {
    expect(() => choose(...given)).toThrow(new UsageError(message));
  });
});
