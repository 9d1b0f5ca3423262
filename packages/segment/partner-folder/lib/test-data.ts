import type { JSONObject } from '@segment/actions-core';

/** Stands in for the function of Segment's repository: the snapshot tests set every value that they need themselves. */
export const generateTestData: (...args: readonly unknown[]) => [event: JSONObject, settings: JSONObject] = () => [
  {},
  {},
];
