import type { JSONObject } from '@segment/actions-core';
import type { Settings } from '../../generated-types';

/** In place of random ones: random text is no country, no advertising ID and no public endpoint. */
export const snapshotSettings: Required<Settings> = {
  androidSourceHash: 'ANDROID-SECRET',
  iosSourceHash: 'IOS-SECRET',
  hash: 'both',
  identifyByEmail: true,
  identifyByPhone: true,
  identifyByNationalId: true,
  country: 'AR',
  fallbackCountry: 'CL',
  guessTimezone: false,
  guessLocale: false,
  properties: 'all',
  exclude: 'coupon',
  allow: '',
  eventKey: 'name',
  consentCategories: '',
  deniedListIsComplete: false,
  minimumAge: 13,
  fullBirthDate: true,
  appId: 'com.example.app',
  appName: 'Example App',
  deviceModel: 'Pixel6',
  maxUrlLength: 8000,
  endpoint: 'https://loop.example.com/mobile',
};

/** What Loop requires, and nothing else. The settings fill in the app, the model and the country. */
export function requiredValues(actionSlug: string): JSONObject {
  return {
    ...(actionSlug === 'trackEvent' && { type: 'track', event: 'Order Completed' }),
    whole_event: {},
    uid: '38400000-8cf0-11bd-b23e-10b96e40000d',
    device_type: 'android',
    ip: '198.51.100.17',
    lan: 'es',
  };
}

/** A value for each field. */
export function allValues(actionSlug: string): JSONObject {
  return {
    ...requiredValues(actionSlug),
    ...(actionSlug === 'trackEvent' && { properties: { order_id: 'A-1', total: 1599.5, coupon: 'SPRING' } }),
    traits: { gender: 'female', birthday: '1990-04-01', plan: 'gold' },
    app: 'com.example.other',
    appn: 'Other App',
    apps: ['Mail', 'Maps'],
    ct: 'UY',
    device: 'SM-G991B',
    mf: 'Samsung',
    email: 'Example@example.com',
    phone: '+54 9 11 5555-1234',
    national_id: '20.123.456',
    enable_batching: false,
    batch_size: 50,
  };
}
