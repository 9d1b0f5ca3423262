import type { Added } from './queue.js';

/** @param areNew for each event whether it is kept now; the others were kept before */
export function toAdded(areNew: readonly boolean[]): Added {
  const accepted = areNew.filter(Boolean).length;
  const each = areNew.map((isNew) => (isNew ? 'accepted' : 'duplicate'));
  return { each, accepted, duplicates: areNew.length - accepted };
}
