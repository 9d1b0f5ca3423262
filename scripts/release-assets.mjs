// Prints where the files are that people paste into a platform's editor: a release on GitHub holds them, besides the
// packages on npm. The workflow that publishes takes them from here.
import { join } from 'node:path';
import { root } from './workspaces.mjs';

const assets = ['packages/segment/dist/destination-function.js', 'packages/rudderstack/dist/transformation.js'];
console.log(assets.map((file) => join(root, file)).join('\n'));
