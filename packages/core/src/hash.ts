export { sha256, sha512 } from './identifiers/hash.js';
