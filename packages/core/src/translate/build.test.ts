import { createTranslator } from '../index.js';

const translator = createTranslator({ sourceHash: { android: 'ANDROID1', ios: 'IOS1' } });

describe('build', () => {
  it('makes a request of fields that an adapter extracted', () => {
    const outcome = translator.build({
      type: 'track',
      app: 'com.example.app',
      ct: 'Argentina',
      device: 'iPhone15,2',
      ip: '181.46.137.10',
      lan: 'es-AR',
      uid: 'EA7583CD-A667-48BC-B806-42ECB2B48606',
      device_type: 'iPadOS',
      email: 'Example@example.com',
      event: 'Article Read',
      properties: { section: 'sports', contact: 'example@example.com' },
    });
    expect(outcome).toEqual({
      status: 'ready',
      request: {
        method: 'GET',
        url: 'https://api.retargetly.com/mobile?app=com.example.app&ct=ar&device=iPhone15%2C2&et=custom&ip=181.46.137.10&lan=es&source_hash=IOS1&uid=EA7583CD-A667-48BC-B806-42ECB2B48606&device_type=ios&value[ml_sh2]=31c5543c1734d25c7206f5fd591525d0295bec6fe84ff82f946a34fe970a1e66&value[event]=Article%20Read&value[section]=sports',
        params: {
          app: 'com.example.app',
          ct: 'ar',
          device: 'iPhone15,2',
          et: 'custom',
          ip: '181.46.137.10',
          lan: 'es',
          source_hash: 'IOS1',
          uid: 'EA7583CD-A667-48BC-B806-42ECB2B48606',
          device_type: 'ios',
          'value[ml_sh2]': '31c5543c1734d25c7206f5fd591525d0295bec6fe84ff82f946a34fe970a1e66',
          'value[event]': 'Article Read',
          'value[section]': 'sports',
        },
      },
      notes: [
        {
          code: 'personal_data',
          parameter: 'value[contact]',
          source: 'properties.contact',
          kind: 'email',
          message:
            'The key or the value looks like an e-mail address, so it was left out. Rename or remove it, or add the key to the setting "allow" if it is not personal.',
        },
      ],
    });
  });

  it('guesses the country from fields of their own', () => {
    const fields = {
      type: 'identify',
      app: 'com.example.app',
      device: 'Pixel6',
      ip: '181.46.137.10',
      uid: 'abcdef-1234-5678',
      device_type: 'android',
      timezone: 'America/Bogota',
      user_id: 'example@example.com',
    };
    expect(translator.build(fields)).toMatchObject({
      status: 'ready',
      request: {
        params: { ct: 'co', 'value[ml_sh2]': '31c5543c1734d25c7206f5fd591525d0295bec6fe84ff82f946a34fe970a1e66' },
      },
    });
  });

  it('sends nothing twice that a field has and that also stands where the table looks for it', () => {
    const fields = {
      type: 'track',
      app: 'com.example.app',
      ct: 'ar',
      device: 'Pixel6',
      ip: '181.46.137.10',
      uid: 'abcdef-1234-5678',
      device_type: 'android',
      apps: 'WhatsApp,Waze',
      email: 'example@example.com',
      // An adapter may have made text of a number.
      national_id: '34848988',
      properties: { installed_apps: ['WhatsApp', 'Waze'], email: 'example@example.com', dni: 34848988, step: 2 },
    };
    const outcome = translator.build(fields);
    expect(outcome.notes).toEqual([]);
    expect(outcome).toMatchObject({
      request: {
        params: {
          apps: 'WhatsApp,Waze',
          'value[ml_sh2]': '31c5543c1734d25c7206f5fd591525d0295bec6fe84ff82f946a34fe970a1e66',
          'value[step]': '2',
        },
      },
    });
    expect(
      Object.keys(outcome.status === 'ready' ? outcome.request.params : {}).filter((key) => key.startsWith('value')),
    ).toEqual(['value[ml_sh2]', 'value[nid_sh2]', 'value[step]']);
  });

  it('still says that another value under such a key is left out', () => {
    const fields = { type: 'track', email: 'example@example.com', properties: { email: 'other@example.com' } };
    const ready = { app: 'com.example.app', ct: 'ar', device: 'Pixel6', ip: '181.46.137.10', uid: 'abcdef-1234-5678' };
    const { notes } = translator.build({ ...fields, ...ready, device_type: 'android' });
    expect(notes.map(({ code, source }) => ({ code, source }))).toEqual([
      { code: 'personal_data', source: 'properties.email' },
    ]);
  });
});
