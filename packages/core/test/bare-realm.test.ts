import { buildSync } from 'esbuild';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import identifiers from '../vectors/identifiers.json';
import prehashed from '../vectors/prehashed-email.json';

/** The bundled core in a realm with the ECMAScript language and nothing else: no URL, TextEncoder, process, timers. */
function loadCore(): (expression: string) => unknown {
  const bundle = buildSync({
    entryPoints: [join(__dirname, '../src/index.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'core',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2020',
    write: false,
  });
  const realm = createContext(Object.create(null) as object);
  runInContext(bundle.outputFiles[0]?.text ?? '', realm);
  return (expression) => JSON.parse(runInContext(`JSON.stringify(${expression})`, realm) as string) as unknown;
}

describe('the bundled core in a bare realm', () => {
  const evaluate = loadCore();

  it('is alone with the language', () => {
    const hosts = ['process', 'Buffer', 'URL', 'URLSearchParams', 'TextEncoder', 'crypto', 'setTimeout'];
    expect(evaluate(`${JSON.stringify(hosts)}.filter((name) => globalThis[name] !== undefined)`)).toEqual([]);
  });

  it.each(identifiers)('hashes $kind $input as Loop does', (vector) => {
    const event = {
      type: 'identify',
      context: {
        app: { namespace: 'com.example.app' },
        device: { type: 'android', model: 'Pixel6', advertisingId: 'abcdef-1234-5678' },
        ip: '192.168.1.1',
        location: { country: vector.country ?? 'CH' },
        traits: { [vector.kind]: vector.input },
      },
    };
    const key = { email: 'ml', phone: 'mb', nid: 'nid' }[vector.kind];
    const outcome = evaluate(
      `core.createTranslator({ sourceHash: 'XYZ123', hash: 'both' }).translate(${JSON.stringify(event)})`,
    ) as { request: { params: Record<string, string> } };
    const values = Object.entries(outcome.request.params).filter(([name]) => name.startsWith('value['));
    expect(values).toEqual(
      vector.normalized === null
        ? []
        : [
            [`value[${String(key)}_sh2]`, vector.sha256],
            [`value[${String(key)}_sh5]`, vector.sha512],
          ],
    );
  });

  it.each(prehashed)('never hashes twice: $input', ({ input, key, value }) => {
    const event = {
      type: 'identify',
      context: {
        app: { namespace: 'com.example.app' },
        device: { type: 'android', model: 'Pixel6', advertisingId: 'abcdef-1234-5678' },
        ip: '192.168.1.1',
        location: { country: 'AR' },
        traits: { email: input },
      },
    };
    const outcome = evaluate(`core.createTranslator({ sourceHash: 'XYZ123' }).translate(${JSON.stringify(event)})`) as {
      request: { params: Record<string, string> };
    };
    const values = Object.entries(outcome.request.params).filter(([name]) => name.startsWith('value['));
    expect(values).toEqual(key === null ? [] : [[`value[${key}]`, value]]);
  });
});
