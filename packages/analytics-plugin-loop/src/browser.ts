import { loopPlugin } from './plugin.js';

/** The one-file build: `<script src="…/analytics-plugin-loop.js">`, then `analyticsLoop({ sourceHash: '…' })`. */
(globalThis as { analyticsLoop?: typeof loopPlugin }).analyticsLoop = loopPlugin;
