import { join } from 'node:path';
import { compareCommand } from '../compare-commands.mjs';

export const name = '`explain` of one event';
export const against = '`node -e 0`';
export const goal = { atMost: 2.7 };

const event = join(import.meta.dirname, '../../examples/segment-kotlin.json');

export const run = ({ quick }) => compareCommand({ args: ['explain', event, '--limit', '1'], quick });
