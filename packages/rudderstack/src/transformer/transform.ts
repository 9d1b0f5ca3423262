export { process } from './process.js';
export { processRouterDest } from './process-router-dest.js';
