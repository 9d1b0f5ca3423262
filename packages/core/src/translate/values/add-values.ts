import type { EventType } from '../event.js';
import type { Source, Sources } from '../extract.js';
import { age, birthDate, gender } from '../../table/demographic-rows.js';
import { noFacts, type TextParameter } from '../../table/row.js';
import type { RequestDraft } from '../../request/draft.js';
import type { Run } from '../pass.js';
import type { Settings } from '../../settings/settings.js';
import type { Tools } from '../tools.js';
import { readEventName } from './event-name.js';
import { createIdentifierReader } from './add-identifiers.js';
import { PropertyWalk } from './properties.js';
import { createPropertyKeys, rootKey, type PropertyKey } from './property-keys.js';

/**
 * Compiles what becomes `value[…]`: identifiers, demographics, the event's name, then properties or traits.
 * @returns a function that adds them to a draft.
 */
export function createValueReader(
  settings: Settings,
  tools: Tools,
): (run: Run, type: EventType, sources: Sources, country: string | null, draft: RequestDraft) => void {
  const keyOf = createPropertyKeys(settings);
  const addIdentifiers = createIdentifierReader(settings, tools);
  const { sourceHash = [] } = settings;
  const secrets = (typeof sourceHash === 'string' ? [sourceHash] : Object.values(sourceHash)).filter(isText);
  const nameParam = settings.eventKey === null ? null : `value[${settings.eventKey}]`;
  const roots = new Map<string, PropertyKey>();
  const rootOf = ({ text }: Source): PropertyKey => {
    let root = roots.get(text);
    if (root === undefined) roots.set(text, (root = rootKey(text)));
    return root;
  };

  return (run, type, sources, country, draft) => {
    run.userId = readUserId(run, sources);
    // In a property it would be shown where only the parameter is masked: on screens, in dead letters.
    for (const secret of secrets) run.keepIdentifier(secret);
    addIdentifiers(draft, run, sources, country);
    readDemographics(run, sources, settings, draft);
    const name = type === 'identify' || nameParam === null ? undefined : readEventName(run, type, sources);
    if (name !== undefined && nameParam !== null) draft.add(nameParam, name);
    draft.closeFixed();

    const walk = new PropertyWalk(run, keyOf, settings.maxUrlLength, draft);
    for (const source of type === 'identify' ? sources.traits : sources.properties) {
      const object = run.read(source);
      if (typeof object === 'object' && object !== null && !Array.isArray(object)) walk.walk(object, rootOf(source));
    }
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** As text, whatever it is: some send a number. */
function readUserId(run: Run, sources: Sources): string | undefined {
  const id = sources.user_id.map((source) => run.read(source)).find((value) => value !== undefined);
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

function readDemographics(run: Run, sources: Sources, settings: Settings, draft: RequestDraft): void {
  const sex = readText(run, sources, gender);
  if (sex !== undefined) draft.add('value[gender]', sex);
  const years = readText(run, sources, age);
  if (years !== undefined) draft.add('value[age]', years);
  const birth = readText(run, sources, birthDate);
  if (birth === undefined) return;
  draft.add('value[born]', birth.slice(0, 4));
  if (!settings.demographics.fullBirthDate) return;
  if (birth.length === 8) draft.add('value[date]', birth);
  else run.note('unusable_value', 'birth_date', run.lastMet);
}

function readText(run: Run, sources: Sources, row: TextParameter<'gender' | 'age' | 'birth_date'>): string | undefined {
  return run.resolve(row.name, sources[row.name], row, noFacts, true);
}
