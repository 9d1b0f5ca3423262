import { serveOptions } from '../serve/serve-options.js';

/** Where `dead-letters` finds its queue: the same flags and variables as `serve` has. */
export const placeOptions = serveOptions.filter(({ path }) => ['queue.file', 'queue.url', 'queue.name'].includes(path));
