import { createConsentReader, type ConsentSetting } from './consent.js';
import { composePayload } from '../payload/payload.js';
import { createTimeLimit } from './time-limit.js';

const read = (setting: ConsentSetting | undefined): unknown =>
  createConsentReader(setting, createTimeLimit({ setTimeout }, 1)).read();
const ask =
  (value: unknown): (() => boolean) =>
  () =>
    value as boolean;

describe('the consent setting', () => {
  it.each<[string, ConsentSetting | undefined, object]>([
    ['none: not checked', undefined, { categories: null, failure: null }],
    ['yes', true, { categories: { loop: true }, failure: null }],
    ['no', false, { categories: { loop: false }, failure: null }],
    ['a function that says yes', ask(true), { categories: { loop: true }, failure: null }],
    ['a promise that says no', () => Promise.resolve(false), { categories: { loop: false }, failure: null }],
    ['only true is a yes', ask('granted'), { categories: { loop: false }, failure: null }],
    ['nothing is no', ask(undefined), { categories: { loop: false }, failure: null }],
    ['a rejection is no', () => Promise.reject(new Error('no')), { categories: { loop: false }, failure: 'failed' }],
    ['never is no', () => new Promise<boolean>(() => undefined), { categories: { loop: false }, failure: 'timed_out' }],
    ['only the event can say', { required: ['ads'] }, { categories: null, failure: null }],
    [
      'a list of what is granted',
      { required: ['ads', 'stats'], granted: () => ['ads'] },
      { categories: { ads: true, stats: false }, failure: null },
    ],
    [
      'every category with whether it is granted',
      { required: ['ads', 'toString'], granted: { ads: true } },
      { categories: { ads: true, toString: false }, failure: null },
    ],
  ])('%s', async (_, setting, consent) => {
    expect(await read(setting)).toEqual(consent);
  });
});

describe('consent of the app and of the event', () => {
  const page = { locale: null, timezone: null, platform: null };
  const preferences = (categoryPreferences: object, granted: boolean): unknown => {
    const event = { type: 'track', context: { consent: { categoryPreferences, version: 2 } } };
    const consent = { categories: { ads: granted }, failure: null };
    const payload = composePayload({ event, page, model: null, answers: new Map(), consent }, []);
    return (payload as { context: { consent: unknown } }).context.consent;
  };
  it.each([
    [{}, true, { ads: true }],
    [{}, false, { ads: false }],
    [{ ads: true, stats: true }, true, { ads: true, stats: true }],
    [{ ads: false }, true, { ads: false }],
    [{ ads: true }, false, { ads: false }],
  ])('event %j, app %j', (event, app, categoryPreferences) => {
    expect(preferences(event, app)).toEqual({ categoryPreferences, version: 2 });
  });
});
