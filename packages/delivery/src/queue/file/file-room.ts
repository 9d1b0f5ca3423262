import { statfsSync, statSync } from 'node:fs';
import { QueueError } from '../queue-error.js';
import type { FileQueueSettings } from './file-queue-settings.js';
import type { FileStatements } from './file-statements.js';

const megabyte = 1_048_576;

/** How long room that was there is taken to be there still, in milliseconds: little can come in meanwhile. */
const roomMs = 10;

/** Says whether a new event can be kept: the file is still the one that was opened, and there is room. */
export class FileRoom {
  /** The file that was opened, whatever lies at its path by now. */
  readonly #name: string;
  /** When there last was room. */
  #roomAtMs = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly settings: FileQueueSettings,
    private readonly statements: FileStatements,
  ) {
    this.#name = nameOf(settings.file);
  }

  /**
   * What is written into a file that somebody has deleted or replaced is gone when this process ends.
   * @throws QueueError `queue_lost`
   */
  checkFile(): void {
    if (nameOf(this.settings.file) !== this.#name) throw new QueueError('queue_lost', 'the file');
  }

  /**
   * Only new events are refused: handing out and acknowledging need a little room too, and make some.
   * @throws QueueError `queue_full` that names the setting
   */
  checkRoom(): void {
    const nowMs = performance.now();
    if (nowMs - this.#roomAtMs < roomMs) return;
    const { file, maxMegabytes, minFreeMegabytes } = this.settings;
    const { pages, free, size } = this.statements.size.get() as { pages: number; free: number; size: number };
    if ((pages - free) * size > maxMegabytes * megabyte) throw new QueueError('queue_full', 'maxMegabytes');
    const disk = statfsSync(file);
    if (disk.bavail * disk.bsize < minFreeMegabytes * megabyte) throw new QueueError('queue_full', 'minFreeMegabytes');
    this.#roomAtMs = nowMs;
  }
}

/** What tells a file from another one of the same path; empty if there is none. */
function nameOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.dev} ${stat.ino}`;
}
