import { spawnSync } from 'node:child_process';

import { shellWord } from './shell-word.js';

it.each(['events.ndjson', './my events.ndjson', "it's $HOME `ls`.json", 'año;rm.json', ''])(
  'a shell reads %j as it was',
  (name) => {
    expect(spawnSync('sh', ['-c', `printf %s ${shellWord(name)}`], { encoding: 'utf8' }).stdout).toBe(name);
  },
);
