// Builds dist/for-segment/loop/: the destination's folder as it goes into Segment's repository. It is src/loop as it
// stands; what it needs besides is the package @loop-adapters/core.
import { cpSync, rmSync } from 'node:fs';

const folder = 'dist/for-segment/loop';

rmSync(folder, { recursive: true, force: true });
cpSync('src/loop', folder, { recursive: true });
