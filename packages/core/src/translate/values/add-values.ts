import { createGuard } from '../../guard/guard.js';
import type { Settings } from '../../settings/settings.js';
import { age, birthDate, gender } from '../../table/person.js';
import type { PlainRow } from '../../table/row.js';
import type { Source, Sources } from '../extract.js';
import type { Found, Pass } from '../pass.js';
import type { Tools } from '../tools.js';
import { createAddIdentifiers } from './add-identifiers.js';
import { readEventName } from './event-name.js';
import { PropertyWalk } from './properties.js';
import { createPropertyKeys, rootKey, type PropertyKey } from './property-keys.js';

/**
 * Compiles what becomes `value[…]` into a function that adds it: identifiers, demographics, the event's name, then
 * properties or traits. It takes the country, for phones in national form.
 */
export function createAddValues(
  settings: Settings,
  sources: Sources,
  tools: Tools,
): (pass: Pass, country: Found<string>) => void {
  const guard = createGuard(settings.allow);
  const keyOf = createPropertyKeys(settings, guard);
  const addIdentifiers = createAddIdentifiers(settings, sources, tools);
  const secrets = Object.values(settings.sourceHash);
  const nameParam = settings.eventKey === null ? null : `value[${settings.eventKey}]`;
  const rootsOf = (row: readonly Source[]): [Source, PropertyKey][] =>
    row.map((source) => [source, rootKey(source.text, guard)]);
  const demographicPlaces = [gender, age, birthDate].flatMap(({ name }) => sources[name]);
  const propertyRoots = rootsOf(sources.properties);
  const traitRoots = rootsOf(sources.traits);

  return (pass, country) => {
    for (const source of sources.user_id) pass.identifiers.addUserId(pass.valueAt(source));
    // In a property it would be shown where only the parameter is masked: on screens, in dead letters.
    for (const secret of secrets) pass.identifiers.addText(secret);
    addIdentifiers(pass, country);
    if (pass.tracer !== null || pass.hasAny(demographicPlaces)) addDemographics(pass, sources, settings);
    if (pass.type !== 'identify' && nameParam !== null) {
      const { value } = readEventName(pass, sources);
      if (value !== undefined) pass.draft.add(nameParam, value);
    }
    pass.draft.closeFixed();

    const walk = new PropertyWalk(pass, keyOf, guard, settings.maxUrlLength);
    for (const [source, root] of pass.type === 'identify' ? traitRoots : propertyRoots) {
      const object = pass.valueAt(source);
      if (typeof object === 'object' && object !== null && !Array.isArray(object)) walk.walk(object, root);
    }
  };
}

function addDemographics(pass: Pass, sources: Sources, settings: Settings): void {
  for (const row of [gender, age] as const) {
    const { value } = takeText(pass, sources, row);
    if (value !== undefined) pass.draft.add(`value[${row.valueKeys[0]}]`, value);
  }
  const [yearKey, dateKey] = birthDate.valueKeys;
  const { value: birth, source } = takeText(pass, sources, birthDate);
  if (birth === undefined) return;
  pass.draft.add(`value[${yearKey}]`, birth.slice(0, 4));
  if (!settings.demographics.fullBirthDate) return;
  if (birth.length === 8) pass.draft.add(`value[${dateKey}]`, birth);
  else pass.addNote('unusable_value', birthDate.name, source);
}

function takeText(pass: Pass, sources: Sources, row: PlainRow<'gender' | 'age' | 'birth_date'>): Found<string> {
  return pass.take(row.name, sources[row.name], row.normalize);
}
