import type { SettingsProblem } from './settings-error.js';

/**
 * What is wrong with settings without a source, wherever something is to be sent.
 *
 * @param mayRelay whether a relay can take the place of the source hash; a relay itself delivers to Loop
 */
export function missingSource(mayRelay = true): SettingsProblem {
  const relay = mayRelay ? ', or set "relay" to the URL of your relay' : '';
  return { path: 'sourceHash', message: `It is missing. Set it to the source hash that Loop gave you${relay}.` };
}
