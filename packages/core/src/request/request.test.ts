import { formatUrl } from './request.js';

const endpoint = 'https://api.retargetly.com/mobile';

describe('formatUrl', () => {
  it("writes Loop's documented request byte for byte", () => {
    const params = {
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
    };
    expect(formatUrl(endpoint, params)).toBe(
      'https://api.retargetly.com/mobile?app=com.example.app&appn=Example%20App&ct=us&device=Pixel6&et=custom&ip=192.168.1.1&lan=en&mf=Google&source_hash=XYZ123&uid=abcdef-1234-5678&device_type=android',
    );
  });

  it('leaves the brackets of a key as they are and escapes everything else', () => {
    expect(formatUrl(endpoint, { 'value[a_b]': '[1&2=3 %+ñ]', 'x&y': '' })).toBe(
      'https://api.retargetly.com/mobile?value[a_b]=%5B1%262%3D3%20%25%2B%C3%B1%5D&x%26y=',
    );
  });
});
