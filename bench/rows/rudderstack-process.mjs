import { compareRudderstack } from '../compare-rudderstack.mjs';

export const name = "RudderStack destination's process, per event";
export const against = 'translate alone, events per second';
export const goal = { atLeast: 0.7 };

export function run({ quick }) {
  return compareRudderstack({
    quick,
    batchSize: 1,
    send: ({ process }, [event]) => process(event),
    paramsOf: ({ params }) => [params],
  });
}
