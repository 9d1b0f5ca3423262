import * as v from 'valibot';
import { readSettings } from '../../settings/read-settings.js';
import { keepingSettings } from '../keeping-settings.js';
import { wholeNumber } from '../../settings/whole-number.js';

const fileQueueSettings = v.strictObject({
  /** The file. It is made if it is not there; its folder must be. Two more files lie beside it while it is open. */
  file: v.pipe(v.string('must be text'), v.nonEmpty('must be the path of a file')),
  /**
   * `full`: what was accepted survives a power cut; what was delivered just before it may be delivered once more.
   * `normal`: it survives a crash of the program, and a power cut may cost the last events; faster on slow disks.
   */
  synchronous: v.optional(v.picklist(['full', 'normal'], 'must be "full" or "normal"'), 'full'),
  /** The file may grow to this. Then new events are refused, until room was made. In megabytes. */
  maxMegabytes: v.optional(wholeNumber(1, 1_000_000), 10_240),
  /**
   * New events are refused when the disk has less room left than this, so that those that were accepted can still be
   * delivered: that needs a little room too. In megabytes.
   */
  minFreeMegabytes: v.optional(wholeNumber(0, 1_000_000), 64),
  /** How long another program may hold the file before `queue_busy`; in milliseconds. */
  busyMs: v.optional(wholeNumber(0, 600_000), 5000),
  ...keepingSettings,
});

/** What `openFileQueue` takes. Everything but `file` can be left out. */
export type FileQueueSettingsInput = v.InferInput<typeof fileQueueSettings>;

/** The same with every default filled in. */
export type FileQueueSettings = v.InferOutput<typeof fileQueueSettings>;

/** @throws SettingsError that lists every problem by its path */
export function readFileQueueSettings(input: unknown): FileQueueSettings {
  return readSettings(fileQueueSettings, input, 'the queue');
}
