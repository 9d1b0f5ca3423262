export { sha256, sha512 } from './identifiers/small-hash.js';
