/** Made by `npm run generate` from the forms of the settings. */
import type { SourceHashInput } from '@loop-adapters/core';
import type { Queue } from '../../queue/queue.js';
import type { QueueError } from '../../queue/queue-error.js';
import type { SenderSettings, SenderSettingsInput } from '../../sender/generated/sender-settings-types.js';
import type { OwnSources } from '../../sender/delivery-sources.js';
import type { BuriedNotice, DeliveredNotice, RetriedNotice, WallNotice } from '../notices.js';

/** What `createDeliverer` takes. `queue`, `endpoint` and `sourceHash` are needed; everything else has a default. */
export interface DelivererSettingsInput {
  /** Where the events are. It stays open when the deliverer stops. */
  readonly queue: Queue;
  /** Where they go: Loop, or a relay. */
  readonly endpoint: string;
  /** Puts a source hash into each request; null if the endpoint is a relay, which does that. */
  readonly sourceHash?: SourceHashInput | null | undefined;
  /** The source hashes of apps that have their own, by write key. */
  readonly sources?: OwnSources | undefined;
  /**
   * The sender's settings. `retry.attempts` has no meaning here: an event is tried again until it is delivered,
   * refused or too old.
   */
  readonly sender?: SenderSettingsInput | undefined;
  /**
   * Most events that are taken from the queue at once. It is the most that can be delivered twice if the process
   * is killed. If left out: four times the concurrency.
   */
  readonly maxInFlight?: number | undefined;
  /**
   * An event that waited longer than this becomes a dead letter, with the code `expired`. In hours.
   * @default 72
   */
  readonly maxAgeHours?: number | undefined;
  /**
   * How often the queue is asked for events that became due or that other processes have added, in milliseconds.
   * Those that this process adds go out at once.
   * @default 250
   */
  readonly pollMs?: number | undefined;
  /**
   * So many times the same final no of Loop's, with hardly anything else in between, are a wall: the events of
   * that source are kept then, and one at a time is tried. If left out, each of them becomes a dead letter.
   */
  readonly wallAfter?: number | undefined;
  /** Called with each event that Loop has. None of these functions must throw. */
  readonly onDelivered?: ((notice: DeliveredNotice) => void) | undefined;
  /** Called with each try that is to be repeated. */
  readonly onRetry?: ((notice: RetriedNotice) => void) | undefined;
  /** Called with each event that is given up. */
  readonly onDeadLetter?: ((notice: BuriedNotice) => void) | undefined;
  /** Called with each refusal of a wall, and when it is gone. */
  readonly onWall?: ((notice: WallNotice) => void) | undefined;
  /** Called when the queue can't be read or written. The deliverer goes on trying. */
  readonly onTrouble?: ((error: QueueError) => void) | undefined;
  /** Called with how many dead letters went for good, because they were old or too many. */
  readonly onDropped?: ((count: number) => void) | undefined;
}

/** The same with every default filled in. */
export interface DelivererSettings {
  /** Where the events are. It stays open when the deliverer stops. */
  readonly queue: Queue;
  /** Where they go: Loop, or a relay. */
  readonly endpoint: string;
  /** Puts a source hash into each request; null if the endpoint is a relay, which does that. */
  readonly sourceHash?: SourceHashInput | null | undefined;
  /** The source hashes of apps that have their own, by write key. */
  readonly sources?: OwnSources | undefined;
  /**
   * The sender's settings. `retry.attempts` has no meaning here: an event is tried again until it is delivered,
   * refused or too old.
   */
  readonly sender: SenderSettings;
  /**
   * Most events that are taken from the queue at once. It is the most that can be delivered twice if the process
   * is killed. If left out: four times the concurrency.
   */
  readonly maxInFlight?: number | undefined;
  /**
   * An event that waited longer than this becomes a dead letter, with the code `expired`. In hours.
   * @default 72
   */
  readonly maxAgeHours: number;
  /**
   * How often the queue is asked for events that became due or that other processes have added, in milliseconds.
   * Those that this process adds go out at once.
   * @default 250
   */
  readonly pollMs: number;
  /**
   * So many times the same final no of Loop's, with hardly anything else in between, are a wall: the events of
   * that source are kept then, and one at a time is tried. If left out, each of them becomes a dead letter.
   */
  readonly wallAfter?: number | undefined;
  /** Called with each event that Loop has. None of these functions must throw. */
  readonly onDelivered?: ((notice: DeliveredNotice) => void) | undefined;
  /** Called with each try that is to be repeated. */
  readonly onRetry?: ((notice: RetriedNotice) => void) | undefined;
  /** Called with each event that is given up. */
  readonly onDeadLetter?: ((notice: BuriedNotice) => void) | undefined;
  /** Called with each refusal of a wall, and when it is gone. */
  readonly onWall?: ((notice: WallNotice) => void) | undefined;
  /** Called when the queue can't be read or written. The deliverer goes on trying. */
  readonly onTrouble?: ((error: QueueError) => void) | undefined;
  /** Called with how many dead letters went for good, because they were old or too many. */
  readonly onDropped?: ((count: number) => void) | undefined;
}
