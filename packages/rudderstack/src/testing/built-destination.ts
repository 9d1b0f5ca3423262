import { join } from 'node:path';
import type { DestinationModules } from './rudder-transformer.js';

/** Loads the destination's folder out of a build. */
export function loadDestination(buildFolder: string): DestinationModules {
  const folder = join(buildFolder, 'transformer/loop');
  return {
    transform: jest.requireActual<DestinationModules['transform']>(join(folder, 'transform.js')),
    delivery: jest.requireActual<DestinationModules['delivery']>(join(folder, 'networkHandler.js')),
  };
}
