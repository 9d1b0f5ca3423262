import { createHash } from 'node:crypto';

/** Stands in for the function of Segment's repository, whose hash file imports it, so that the folder can be tried here. */
export function processHashing(text: string, algorithm: 'sha256' | 'sha512', encoding: 'hex'): string {
  return createHash(algorithm).update(text).digest(encoding);
}
