import { createTranslator, type SettingsInput } from '@loop-adapters/core';

import { completeRequest } from './complete-request.js';

const params = {
  app: 'com.example.app',
  ct: 'ar',
  device: 'Pixel 6',
  et: 'custom',
  ip: '198.51.100.17',
  uid: 'abcdef-1234-5678',
  device_type: 'android',
  'value[event]': 'Order Completed',
};

const complete = (settings: SettingsInput, changed: Record<string, string> = {}): unknown =>
  completeRequest({ ...params, ...changed }, createTranslator(settings).settings);

describe('completeRequest', () => {
  it.each([['ONE'], [{ android: 'ONE', ios: 'TWO' }]])(
    'puts the source hash %j where Loop’s guide has it',
    (sourceHash) => {
      expect(complete({ sourceHash })).toEqual({
        request: {
          method: 'GET',
          url: 'https://api.retargetly.com/mobile?app=com.example.app&ct=ar&device=Pixel%206&et=custom&ip=198.51.100.17&source_hash=ONE&uid=abcdef-1234-5678&device_type=android&value[event]=Order%20Completed',
          params: { ...params, source_hash: 'ONE' },
        },
      });
    },
  );

  it('leaves it to a relay', () => {
    expect(complete({ relay: 'https://relay.example.com' })).toEqual({
      request: {
        method: 'GET',
        url: 'https://relay.example.com/mobile?app=com.example.app&ct=ar&device=Pixel%206&et=custom&ip=198.51.100.17&uid=abcdef-1234-5678&device_type=android&value[event]=Order%20Completed',
        params,
      },
    });
  });

  it('names what is wrong, and shows no value', () => {
    expect(complete({ sourceHash: { ios: 'TWO' } }, { ct: 'Argentina' })).toEqual({
      problem:
        'source_hash is missing: it must be the source hash that Loop gave you, without spaces. ' +
        'ct must be a lower-case ISO 3166-1 alpha-2 code, such as us.',
    });
  });
});
