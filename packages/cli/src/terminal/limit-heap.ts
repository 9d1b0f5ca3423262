import { setFlagsFromString } from 'node:v8';

/**
 * Left alone, V8 lets the heap of a long run grow to several times what is in use. With these flags a large file takes
 * the memory of a small one, and no more time. The measurement: docs/decisions/v8-flags.md.
 */
export function limitHeap(): void {
  setFlagsFromString('--heap-growing-percent=10');
  setFlagsFromString('--semi-space-growth-factor=1');
}
