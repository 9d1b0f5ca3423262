// Makes the types of the settings from their forms. `--check` only says whether they are out of date.
import { loadSource } from '../../../scripts/load-source.mjs';
import { madeFile } from '../../../scripts/made-file.mjs';
import { settingsTypes } from '../../../scripts/settings-types.mjs';

/** The settings as a user writes them, and the same with every default filled in. */
async function madeTypes({ source, form, name, doc, file, imports, outputs = {} }) {
  const { [form]: table } = await loadSource(source);
  const interfaces = [
    { name: `${name}Input`, form: table, side: 'input', doc },
    { name, form: table, side: 'output', doc: 'The same with every default filled in.', outputs },
  ];
  await madeFile(file, settingsTypes({ imports, interfaces }));
}

await madeTypes({
  source: 'src/sender/sender-settings.ts',
  form: 'senderForm',
  name: 'SenderSettings',
  doc: 'What `createSender` takes. Everything can be left out.',
  file: 'src/sender/generated/sender-settings-types.ts',
  imports: ["import type { RetryNotice } from '../retry-notice.js';"],
});

await madeTypes({
  source: 'src/deliverer/deliverer-settings.ts',
  form: 'delivererForm',
  name: 'DelivererSettings',
  doc: 'What `createDeliverer` takes. `queue`, `endpoint` and `sourceHash` are needed; everything else has a default.',
  file: 'src/deliverer/generated/deliverer-settings-types.ts',
  imports: [
    "import type { SourceHashInput } from '@loop-adapters/core';",
    "import type { Queue } from '../../queue/queue.js';",
    "import type { QueueError } from '../../queue/queue-error.js';",
    "import type { SenderSettings, SenderSettingsInput } from '../../sender/generated/sender-settings-types.js';",
    "import type { OwnSources } from '../../sender/delivery-sources.js';",
    "import type { BuriedNotice, DeliveredNotice, RetriedNotice, WallNotice } from '../notices.js';",
  ],
  outputs: { sender: 'SenderSettings' },
});

await madeTypes({
  source: 'src/queue/file/file-queue-settings.ts',
  form: 'fileQueueForm',
  name: 'FileQueueSettings',
  doc: 'What `openFileQueue` takes. Everything but `file` can be left out.',
  file: 'src/queue/file/generated/file-queue-settings-types.ts',
});

await madeTypes({
  source: 'src/queue/redis/redis-queue-settings.ts',
  form: 'redisQueueForm',
  name: 'RedisQueueSettings',
  doc: 'What `openRedisQueue` takes. Everything but `url` can be left out.',
  file: 'src/queue/redis/generated/redis-queue-settings-types.ts',
});

await madeTypes({
  source: 'src/relay/relay-settings.ts',
  form: 'relayForm',
  name: 'RelaySettings',
  doc: "The relay's own settings. Everything but `writeKeys` or `sources` has a default.",
  file: 'src/relay/generated/relay-settings-types.ts',
  imports: [
    "import type { OwnSources } from '../../sender/delivery-sources.js';",
    "import type { FileQueueSettingsInput } from '../../queue/file/generated/file-queue-settings-types.js';",
    "import type { RedisQueueSettingsInput } from '../../queue/redis/generated/redis-queue-settings-types.js';",
    "import type { SenderSettings, SenderSettingsInput } from '../../sender/generated/sender-settings-types.js';",
  ],
  outputs: { sender: 'SenderSettings' },
});

await madeTypes({
  source: 'src/sandbox/sandbox-options.ts',
  form: 'sandboxForm',
  name: 'SandboxOptions',
  doc: 'What `startSandbox` takes. Everything can be left out.',
  file: 'src/sandbox/generated/sandbox-options-types.ts',
  imports: [
    "import type { Arrival, SandboxRequest } from '../arrivals.js';",
    "import type { Fault } from '../fault.js';",
  ],
});
