import { secretOf, type DeliverySources } from '../sender/delivery-sources.js';
import type { SendResult } from '../sender/result.js';
import { Wall } from './wall.js';

/** The wall of each of Loop's sources. */
export class Walls {
  readonly #limit: number;
  readonly #now: () => number;
  readonly #sources: DeliverySources;
  readonly #sourceCount: number;
  /** By source hash; under nothing if a relay puts them in. */
  readonly #walls = new Map<string, Wall>();

  /**
   * @param limit see {@link Wall}
   * @param now the time, in milliseconds
   */
  constructor(limit: number, sources: DeliverySources, now: () => number) {
    this.#limit = limit;
    this.#now = now;
    this.#sources = sources;
    const all = [sources.common ?? {}, ...Object.values(sources.own)].flatMap((hashes) => Object.values(hashes));
    this.#sourceCount = Math.max(1, new Set(all).size);
  }

  /** The wall of the source that an event belongs to. */
  of(params: Readonly<Record<string, string>>): Wall {
    const source = secretOf(this.#sources, params) ?? '';
    let wall = this.#walls.get(source);
    if (wall === undefined) this.#walls.set(source, (wall = new Wall(this.#limit)));
    return wall;
  }

  /**
   * How many events may be taken from the queue: if every source has a wall, one when the next try is due, and none
   * before.
   */
  mayTake(most: number): number {
    if (!this.#isAllUp()) return most;
    return this.waitMs() === 0 ? Math.min(1, most) : 0;
  }

  /** How long nothing at all can go out, in milliseconds. */
  waitMs(): number {
    if (!this.#isAllUp()) return 0;
    return Math.min(...[...this.#walls.values()].map((wall) => wall.waitMs(this.#now())));
  }

  #isAllUp(): boolean {
    const walls = [...this.#walls.values()];
    return walls.length >= this.#sourceCount && walls.every(({ isUp }) => isUp);
  }
}

/** What a result says to a wall. Returns whether the event is to be kept. */
export function tellWall(wall: Wall, result: SendResult, nowMs: number): boolean {
  if (result.status !== 'failed') return wall.settled(result, nowMs);
  wall.unsettled(nowMs);
  return false;
}
