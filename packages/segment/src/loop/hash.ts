/**
 * How identifiers are hashed. In Segment's repository this file is another one: there Segment's `processHashing` does it.
 * The core has normalized the text by then, and has passed on what was a hash already.
 */
export { nodeHash as hash } from '@loop-adapters/core/node';
