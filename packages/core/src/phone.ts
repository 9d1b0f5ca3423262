export { readPhone } from './identifiers/phone.js';
