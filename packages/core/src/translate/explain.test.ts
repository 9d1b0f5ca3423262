import { createTranslator } from '../index.js';

const settings = { sourceHash: 'XYZ123', app: { id: 'com.example.fallback' } };

describe('explain', () => {
  it('tells for a parameter what was tried, what was refused and what won', () => {
    const { parameters } = createTranslator(settings).explain({
      type: 'track',
      context: {
        app: { namespace: 'com.rudderlabs.javascript' },
        device: { type: 'android', model: 'Pixel6', advertisingId: 'abcdef-1234-5678' },
        location: { country: 'Narnia' },
        locale: 'es-AR',
        ip: '181.46.137.10',
      },
    });
    const named = Object.fromEntries(parameters.map((trace) => [trace.parameter, trace]));
    expect(named['app']).toEqual({
      parameter: 'app',
      label: 'App ID',
      required: true,
      value: 'com.example.fallback',
      source: 'settings.app.id',
      tried: [
        { source: 'context.app.namespace', result: 'absent', note: null },
        { source: 'settings.app.id', result: 'used', note: null },
      ],
    });
    expect(named['ct']).toMatchObject({ value: 'ar', source: 'context.locale' });
    expect(named['source_hash']).toEqual({
      parameter: 'source_hash',
      label: 'Source hash',
      required: true,
      value: '***',
      source: 'settings.sourceHash',
      tried: [{ source: 'settings.sourceHash', result: 'used', note: null }],
    });
    expect(named['et']).toMatchObject({ value: 'custom', source: null, tried: [] });
  });

  it('goes on after a reason to skip, so that the rest can be put right too', () => {
    const { outcome, parameters } = createTranslator(settings).explain({
      type: 'track',
      context: {
        device: { type: 'android', advertisingId: 'abcdef-1234-5678', adTrackingEnabled: false },
        ip: '181.46.137.10',
      },
    });
    expect(outcome).toMatchObject({ status: 'skipped', reason: { code: 'tracking_denied' }, notes: [] });
    expect(parameters.find(({ parameter }) => parameter === 'ip')).toMatchObject({
      source: 'context.ip',
      value: '181.46.137.10',
    });
  });
});
