/** Made by `npm run generate` from the forms of the settings. */

/** What `openFileQueue` takes. Everything but `file` can be left out. */
export interface FileQueueSettingsInput {
  /** The file. It is made if it is not there; its folder must be. Two more files lie beside it while it is open. */
  readonly file: string;
  /**
   * `full`: what was accepted survives a power cut; what was delivered just before it may be delivered once more.
   * `normal`: it survives a crash of the program, and a power cut may cost the last events; faster on slow disks.
   * @default "full"
   */
  readonly synchronous?: 'full' | 'normal' | undefined;
  /**
   * The file may grow to this. Then new events are refused, until room was made. In megabytes.
   * @default 10240
   */
  readonly maxMegabytes?: number | undefined;
  /**
   * New events are refused when the disk has less room left than this, so that those that were accepted can still
   * be delivered: that needs a little room too. In megabytes.
   * @default 64
   */
  readonly minFreeMegabytes?: number | undefined;
  /**
   * How long another program may hold the file before `queue_busy`; in milliseconds.
   * @default 5000
   */
  readonly busyMs?: number | undefined;
  /**
   * How long an `id` is remembered: a copy that comes later is a new event. 0 remembers none. In hours.
   * @default 24
   */
  readonly duplicateHours?: number | undefined;
  /**
   * How long a dead letter is kept. In days.
   * @default 30
   */
  readonly deadLetterDays?: number | undefined;
  /**
   * How many dead letters are kept: the oldest go first. Left out, none goes for their number while it is younger
   * than `deadLetterDays`.
   * @default 100000000
   */
  readonly maxDeadLetters?: number | undefined;
  /**
   * How long a process may be silent before its events are handed to another; in milliseconds. A process that was
   * killed costs its events this delay at most.
   * @default 30000
   */
  readonly leaseMs?: number | undefined;
}

/** The same with every default filled in. */
export interface FileQueueSettings {
  /** The file. It is made if it is not there; its folder must be. Two more files lie beside it while it is open. */
  readonly file: string;
  /**
   * `full`: what was accepted survives a power cut; what was delivered just before it may be delivered once more.
   * `normal`: it survives a crash of the program, and a power cut may cost the last events; faster on slow disks.
   * @default "full"
   */
  readonly synchronous: 'full' | 'normal';
  /**
   * The file may grow to this. Then new events are refused, until room was made. In megabytes.
   * @default 10240
   */
  readonly maxMegabytes: number;
  /**
   * New events are refused when the disk has less room left than this, so that those that were accepted can still
   * be delivered: that needs a little room too. In megabytes.
   * @default 64
   */
  readonly minFreeMegabytes: number;
  /**
   * How long another program may hold the file before `queue_busy`; in milliseconds.
   * @default 5000
   */
  readonly busyMs: number;
  /**
   * How long an `id` is remembered: a copy that comes later is a new event. 0 remembers none. In hours.
   * @default 24
   */
  readonly duplicateHours: number;
  /**
   * How long a dead letter is kept. In days.
   * @default 30
   */
  readonly deadLetterDays: number;
  /**
   * How many dead letters are kept: the oldest go first. Left out, none goes for their number while it is younger
   * than `deadLetterDays`.
   * @default 100000000
   */
  readonly maxDeadLetters: number;
  /**
   * How long a process may be silent before its events are handed to another; in milliseconds. A process that was
   * killed costs its events this delay at most.
   * @default 30000
   */
  readonly leaseMs: number;
}
