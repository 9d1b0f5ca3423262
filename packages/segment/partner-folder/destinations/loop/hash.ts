import { processHashing } from '../../lib/hashing-utils';

/**
 * How identifiers are hashed: by Segment's own function. The core calls it with text that it has normalized. An identifier
 * that is a hash already does not come here: the core has checked its form and passes it on.
 */
export const hash = {
  sha256: (text: string): string => processHashing(text, 'sha256', 'hex'),
  sha512: (text: string): string => processHashing(text, 'sha512', 'hex'),
};
