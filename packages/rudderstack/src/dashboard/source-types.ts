/** The kinds of RudderStack sources whose events can come from an app on Android or iOS. */
export const sourceTypes = [
  'android',
  'androidKotlin',
  'ios',
  'iosSwift',
  'web',
  'unity',
  'cloud',
  'reactnative',
  'flutter',
  'cordova',
] as const;

/** One value for every kind of source. */
export function forEverySource<Value>(value: Value): Readonly<Record<string, Value>> {
  return Object.fromEntries(sourceTypes.map((type) => [type, value]));
}
