import { compareCommand } from '../compare-commands.mjs';

export const name = '`loop-adapters --help`';
export const against = '`node -e 0`';
export const goal = { atMost: 1.7 };

export const run = ({ quick }) => compareCommand({ args: ['--help'], quick });
