import { compareRudderstack } from '../compare-rudderstack.mjs';

export const name = "RudderStack destination's processRouterDest, 200 events";
export const against = 'translate alone, events per second';
export const goal = { atLeast: 0.6 };

export function run({ quick }) {
  return compareRudderstack({
    quick,
    batchSize: 200,
    send: ({ processRouterDest }, events) => processRouterDest(events),
    paramsOf: (answers) => answers.map(({ batchedRequest }) => batchedRequest.params),
  });
}
