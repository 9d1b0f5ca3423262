import { readModelHint, readPageFacts } from './page-facts.js';
import type { Realm } from '../host/realm.js';

const intl = { DateTimeFormat: () => ({ resolvedOptions: () => ({ timeZone: 'America/Lima', locale: 'es-PE' }) }) };
const page: Realm = { document: {}, Intl: intl };

describe('what a page knows', () => {
  it.each([
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15', 'iOS'],
    ['Mozilla/5.0 (iPad; CPU OS 17_4 like Mac OS X) AppleWebKit/605.1.15', 'iPadOS'],
    ['Mozilla/5.0 (Linux; Android 13; Pixel 6 Build/TQ3A; wv) AppleWebKit/537.36 Chrome/120.0', 'Android'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Gecko/20100101 Firefox/131.0', 'Windows'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15', 'macOS'],
    ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36', 'Chrome OS'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0', 'Linux'],
    ['something else', null],
  ])('%s', (userAgent, platform) => {
    expect(readPageFacts({ ...page, navigator: { userAgent, language: 'es-AR' } })).toEqual({
      locale: 'es-AR',
      timezone: 'America/Lima',
      platform,
    });
  });

  it('prefers client hints, which a page can ask without reading the user agent', () => {
    const navigator = { userAgent: 'X11; Linux', userAgentData: { platform: 'Android' } };
    expect(readPageFacts({ ...page, navigator }).platform).toBe('Android');
  });

  it('reads the language and time zone of React Native', () => {
    expect(readPageFacts({ Intl: intl, navigator: { product: 'ReactNative' } })).toEqual({
      locale: 'es-PE',
      timezone: 'America/Lima',
      platform: null,
    });
  });

  it('is nothing on a server, whose language and time zone are not the person’s', () => {
    const navigator = { userAgent: 'Node.js/22', language: 'en-US', product: 'Gecko' };
    expect(readPageFacts({ Intl: intl, navigator })).toEqual({ locale: null, timezone: null, platform: null });
  });

  it('is nothing in a bare realm', () => {
    expect(readPageFacts({})).toEqual({ locale: null, timezone: null, platform: null });
  });
});

describe('the model by client hints', () => {
  const withHints = (getHighEntropyValues: () => Promise<{ model?: unknown }>): Realm => ({
    navigator: { userAgentData: { getHighEntropyValues } },
  });
  it.each<[string, Realm, string | null]>([
    ['Chromium on a phone', withHints(() => Promise.resolve({ model: 'Pixel 6' })), 'Pixel 6'],
    ['Chromium on a computer', withHints(() => Promise.resolve({ model: '' })), null],
    ['hints that are refused', withHints(() => Promise.reject(new Error('not allowed'))), null],
    [
      'hints that throw',
      withHints(() => {
        throw new Error('not allowed');
      }),
      null,
    ],
    ['no hints', {}, null],
  ])('%s', async (_, realm, model) => {
    expect(await readModelHint(realm)).toBe(model);
  });
});
