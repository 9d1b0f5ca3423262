export { default } from './loop';
export type { Settings } from './loop/generated-types';
