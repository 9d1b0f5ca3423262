/**
 * The Destination Function. The build bundles this file and puts Segment's eight handlers in front of it: Segment
 * looks for them by name, as functions of the file itself.
 */
export { createHandlers } from './handlers';
