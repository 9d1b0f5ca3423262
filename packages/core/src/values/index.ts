import type { EventType } from '../event.js';
import type { Sources } from '../extract.js';
import { age, birthDate, gender } from '../parameters/demographics.js';
import type { TextParameter } from '../parameters/parameter.js';
import { readPath, type Path } from '../path.js';
import type { Run } from '../run.js';
import type { Settings } from '../settings.js';
import type { Tools } from '../tools.js';
import { readEventName } from './event-name.js';
import { hashIdentifiers } from './identifiers.js';
import { PropertyWalk } from './properties.js';
import { createPropertyKeys, rootKey, type PropertyKey } from './property-keys.js';

/** What becomes `value[…]`: first what must stay, then properties, which the URL budget may cut from the end. */
export interface Values {
  readonly fixed: readonly (readonly [key: string, text: string])[];
  readonly properties: readonly (readonly [key: string, text: string])[];
}

const noFacts = { deviceId: null };

export function createValueReader(
  settings: Settings,
  tools: Tools,
): (run: Run, type: EventType, sources: Sources, country: string | null) => Values {
  const keyOf = createPropertyKeys(settings);
  const roots = new Map<string, PropertyKey>();
  const rootOf = ({ text }: Path): PropertyKey => {
    let root = roots.get(text);
    if (root === undefined) roots.set(text, (root = rootKey(text)));
    return root;
  };

  return (run, type, sources, country) => {
    const fixed = new Map<string, string>(hashIdentifiers(run, sources, country, settings, tools));
    readDemographics(run, sources, settings, fixed);

    const name = type === 'identify' || settings.eventKey === null ? undefined : readEventName(run, type, sources);
    if (name !== undefined && settings.eventKey !== null) fixed.set(settings.eventKey, name);

    const values = new Map(fixed);
    const walk = new PropertyWalk(run, keyOf, settings.maxUrlLength, values);
    for (const path of type === 'identify' ? sources.traits : sources.properties) {
      const object = readPath(run.root, path);
      if (typeof object === 'object' && object !== null && !Array.isArray(object)) walk.walk(object, rootOf(path));
    }
    return { fixed: [...fixed], properties: [...values].slice(fixed.size) };
  };
}

function readDemographics(run: Run, sources: Sources, settings: Settings, fixed: Map<string, string>): void {
  const read = (row: TextParameter<'gender' | 'age' | 'birth_date'>): string | undefined =>
    run.resolve(row.name, sources[row.name], (value) => row.read(value, noFacts), true);

  const sex = read(gender);
  if (sex !== undefined) fixed.set('gender', sex);
  const years = read(age);
  if (years !== undefined) fixed.set('age', years);
  const birth = read(birthDate);
  if (birth === undefined) return;
  fixed.set('born', birth.slice(0, 4));
  if (!settings.demographics.fullBirthDate) return;
  if (birth.length === 8) fixed.set('date', birth);
  else run.note('unusable_value', 'birth_date', run.lastMet);
}
