import { readSettings, type GroupForm } from '@loop-adapters/core';
import { keepingEntries } from '../keeping-settings.js';
import type { FileQueueSettings } from './generated/file-queue-settings-types.js';

export type { FileQueueSettings, FileQueueSettingsInput } from './generated/file-queue-settings-types.js';

const megabytes = { type: 'number', min: 0, max: 1_000_000 } as const;

/** The settings of a queue in a file: types, checks, defaults and descriptions in one place. */
export const fileQueueForm = {
  type: 'object',
  entries: {
    file: {
      type: 'string',
      min: 1,
      max: 4096,
      required: true,
      description:
        'The file. It is made if it is not there; its folder must be. Two more files lie beside it while it is open.',
    },
    synchronous: {
      enum: ['full', 'normal'],
      default: 'full',
      description:
        '`full`: what was accepted survives a power cut; what was delivered just before it may be delivered once more. `normal`: it survives a crash of the program, and a power cut may cost the last events; faster on slow disks.',
    },
    maxMegabytes: {
      ...megabytes,
      min: 1,
      default: 10_240,
      description: 'The file may grow to this. Then new events are refused, until room was made. In megabytes.',
    },
    minFreeMegabytes: {
      ...megabytes,
      default: 64,
      description:
        'New events are refused when the disk has less room left than this, so that those that were accepted can still be delivered: that needs a little room too. In megabytes.',
    },
    busyMs: {
      type: 'number',
      min: 0,
      max: 600_000,
      default: 5000,
      description: 'How long another program may hold the file before `queue_busy`; in milliseconds.',
    },
    ...keepingEntries,
  },
} as const satisfies GroupForm;

/** @throws SettingsError that lists every problem by its path */
export function readFileQueueSettings(input: unknown): FileQueueSettings {
  return readSettings(fileQueueForm, input) as FileQueueSettings;
}
