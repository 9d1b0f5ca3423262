import fc from 'fast-check';
import { redactUrl } from './redaction.js';

const url = 'https://api.retargetly.com/mobile?app=com.example.app&ip=203.0.113.7&source_hash=XYZ123&uid=u-1';

describe('redactUrl', () => {
  test.each([
    ['nothing to hide: 503 from api.retargetly.com', 'nothing to hide: 503 from api.retargetly.com'],
    ['', ''],
    [url, 'https://api.retargetly.com/mobile?[redacted]'],
    [`GET ${url} failed`, 'GET https://api.retargetly.com/mobile?[redacted] failed'],
    [`GET "${url}".`, 'GET "https://api.retargetly.com/mobile?[redacted]".'],
    [`(see ${url}), then`, '(see https://api.retargetly.com/mobile?[redacted]), then'],
    [`'${url}'`, "'https://api.retargetly.com/mobile?[redacted]'"],
    ['http://a/b?x and http://c/d?y', 'http://a/b?[redacted] and http://c/d?[redacted]'],
    ['https://ana:secret@loop.example/x', 'https://loop.example/x'],
    ['https://ana@b:se@cret@loop.example/x?y=1', 'https://loop.example/x?[redacted]'],
    ['https://loop.example/x#y=1', 'https://loop.example/x#[redacted]'],
    ['redis://:secret@127.0.0.1:6379/0', 'redis://127.0.0.1:6379/0'],
    ['/mobile?app=a&uid=b', '/mobile?[redacted]'],
    ['app=a&uid=b', 'app=a&[redacted]'],
    ['x source_hash=XYZ123', 'x [redacted]'],
    ['x source_hash%3DXYZ123', 'x [redacted]'],
    ['SOURCE_HASH=XYZ123', '[redacted]'],
    ['value[ml_sh2]=31c5543c, and', '[redacted], and'],
    ['value%5Bml_sh2%5D%3D31c5543c', '[redacted]'],
    ['https%3A%2F%2Floop.example%2Fmobile%3Fapp%3Da%26uid%3Db', 'https%3A%2F%2Floop.example%2Fmobile%3F[redacted]'],
    ['to=%252Fmobile%253Fapp%253Da%2526uid%253Db', 'to=%252Fmobile%253F[redacted]'],
    ["{ ct: 'us', source_hash: 'XYZ123' }", "{ ct: 'us', source_hash: '[redacted]' }"],
    ['{"source_hash":"XYZ123","ct":"us"}', '{"source_hash":"[redacted]","ct":"us"}'],
    ["{ 'value[event]': 'Sign Up', 'value[a]': 'b' }", "{ 'value[event]': '[redacted]', 'value[a]': '[redacted]' }"],
    ['value[ml_sh2] must be a hash', 'value[ml_sh2] must be a hash'],
    ['really? yes & no', 'really? yes & no'],
  ])('%j', (text, redacted) => {
    expect(redactUrl(text)).toBe(redacted);
  });

  test('a query that was not encoded is cut where its pieces begin', () => {
    expect(redactUrl('Invalid URL https://h/m?app=a&appn=Bob App&ct=us&ip=203.0.113.7&source_hash=XYZ')).toBe(
      'Invalid URL https://h/m?[redacted] App&[redacted]',
    );
  });

  test('no value of a query is left, whatever stands around the URL', () => {
    const secret = fc.stringMatching(/^[\w.~!*()-]{1,20}$/).map((text) => `SECRET${text}`);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.stringMatching(/^[a-z_]{1,8}$/), secret), { minLength: 1 }),
        fc.constantFrom('=', '%3D', '%253D'),
        fc.constantFrom('/mobile?', 'https://loop.example/mobile?', 'x=1&'),
        fc.string(),
        fc.string(),
        (pairs, equals, start, before, after) => {
          const [separator, head] = encodedLike(equals, start);
          const query = pairs.map(([key, value]) => key + equals + value).join(separator);
          expect(redactUrl(`${before} ${head}${query} ${after}`)).not.toContain('SECRET');
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('is done in bounded time with hostile text', () => {
    for (const piece of ['?', '&', '%3F', '%25', '://', '@', 'a', 'a.', ':', 'source_hash', '[', ' ', "'"]) {
      expect(redactUrl(piece.repeat(200_000)).length).toBeGreaterThan(0);
    }
  });
});

function encodedLike(equals: string, start: string): [separator: string, start: string] {
  if (equals === '=') return ['&', start];
  const encode = (text: string): string => encodeURIComponent(text);
  return equals === '%3D' ? ['%26', encode(start)] : ['%2526', encode(encode(start))];
}
