import { noteCodes, problemCodes, reasonCodes, type Form } from '@loop-adapters/core';
import { clientForm } from '../settings/client-settings.js';
import { deliveryCodes, inEnglish, refusedConsent } from './sentences.js';

/** The paths of all settings, groups too. */
function pathsOf(form: Form, path = ''): string[] {
  const groups = ('anyOf' in form ? form.anyOf : [form]).filter((each) => 'entries' in each);
  const inner = groups.flatMap(({ entries }) =>
    Object.entries(entries).flatMap(([name, entry]) => pathsOf(entry, path === '' ? name : `${path}.${name}`)),
  );
  return path === '' ? inner : [path, ...inner];
}

it('names options of the client alone, in the sentence of every code', () => {
  const sentences = [
    ...[...reasonCodes, ...noteCodes, ...problemCodes].flatMap((code) => [
      inEnglish({ code, parameter: /^(?:missing|invalid)_(.*)$/.exec(code)?.[1] ?? null }),
      inEnglish({ code, parameter: 'source_hash', source: 'settings.sourceHash.ios' }),
    ]),
    ...Object.values(deliveryCodes),
    refusedConsent,
  ];
  const names = new Set(
    sentences.flatMap((sentence) => sentence.match(/"[\w.]+"/g) ?? []).map((name) => name.slice(1, -1)),
  );
  const options = pathsOf(clientForm);
  // What else stands in quotes is of the event, or a value.
  expect([...names].filter((name) => !options.includes(name)).sort()).toEqual(['AR', 'integrations', 'type']);
  expect([...names]).toEqual(
    expect.arrayContaining(['sourceHash.ios', 'app.id', 'country', 'minimumAge', 'queueSize']),
  );
});
