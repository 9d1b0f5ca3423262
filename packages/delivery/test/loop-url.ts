import { formatUrl } from '@loop-adapters/core';

/** A URL of a request that meets the contract, with something of its own to know it by. */
export function loopUrl(endpoint: string, event = 'Sign Up'): string {
  return formatUrl(endpoint, {
    app: 'com.example.app',
    appn: 'Example App',
    ct: 'us',
    device: 'Pixel6',
    et: 'custom',
    ip: '192.168.1.1',
    lan: 'en',
    mf: 'Google',
    source_hash: 'XYZ123',
    uid: 'abcdef-1234-5678',
    device_type: 'android',
    'value[event]': event,
  });
}
