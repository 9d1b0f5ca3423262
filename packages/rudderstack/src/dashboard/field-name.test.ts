import { noteCodes, problemCodes, reasonCodes, sentencesIn } from '@loop-adapters/core';
import { fieldName } from './field-name.js';
import { fields } from './fields.js';

const describeByField = sentencesIn('en', fieldName);

it('names in the sentence of every code the fields of the form, never a path of the core', () => {
  const subjects = [...reasonCodes, ...noteCodes, ...problemCodes].flatMap((code) => [
    { code, parameter: /^(?:missing|invalid)_(.*)$/.exec(code)?.[1] ?? null },
    { code, parameter: 'source_hash', source: 'settings.sourceHash.ios' },
  ]);
  const sentences = subjects.map((subject) => describeByField(subject));
  const keys = new Set(fields.map(({ key }) => key));
  const named = sentences.flatMap((sentence) =>
    [...sentence.matchAll(/"[^"]+" \((\w+)\)/g)].map(([, key = '']) => key),
  );
  expect(named.filter((key) => !keys.has(key))).toEqual([]);
  // What else stands in quotes is of the event.
  const others = sentences.flatMap((sentence) => sentence.replaceAll(/"[^"]+" \(\w+\)/g, '').match(/"[^"]+"/g) ?? []);
  expect([...new Set(others)].sort()).toEqual(['"integrations"', '"type"']);
});

it('calls a source hash that is missing by the field of its platform', () => {
  expect(
    describeByField({ code: 'missing_source_hash', parameter: 'source_hash', source: 'settings.sourceHash.ios' }),
  ).toBe(
    'The event is of an iOS device, and only the source hash for Android is set: at Loop each platform has its own. Set "Source hash for iOS" (sourceHashIos), or do not send events of iOS here.',
  );
  expect(describeByField({ code: 'missing_source_hash', parameter: 'source_hash' })).toContain(
    'set "Source hash for Android" (sourceHashAndroid) or "Source hash for iOS" (sourceHashIos)',
  );
});
