import type { Guard, GuardedKey } from '../../guard/guard.js';
import type { Settings } from '../../settings/settings.js';
import type { NoteCode } from '../../codes/codes.js';
import { reservedKeys } from '../../table/table.js';

/** What is known of a property from its key alone. */
export interface PropertyKey {
  /** What the guard knows of the key; its name is the key at Loop: `order_id`, `shipping_city`. */
  readonly guarded: GuardedKey;
  /** The name of the parameter: `value[order_id]`. */
  readonly param: `value[${string}]`;
  /** Where it stands in the event, to be shown: a key that is personal data itself is not. */
  readonly source: string;
  /** Where it stands in the event, as it is. */
  readonly path: string;
  /** Why nothing under this key is sent, whatever it is; null if its value decides. */
  readonly blocked: NoteCode | null;
  /** Named in the settings' list of properties, itself or something above it. */
  readonly selected: boolean;
  readonly excluded: boolean;
  readonly children: Map<string, PropertyKey>;
}

/** Keys come from outside, so only so many are remembered. */
const maxRemembered = 2000;

/** Longer keys are cut on the wire. In UTF-16 units. */
const maxKeyLength = 128;

/**
 * Decides on keys, once per key: an app sends the same few keys all the time.
 * @returns a function from a key and what it stands in to the decision.
 */
export function createPropertyKeys(
  settings: Settings,
  guard: Guard,
): (parent: PropertyKey, key: string) => PropertyKey {
  const exclude = new Set(settings.exclude);
  const select = Array.isArray(settings.properties) ? new Set(settings.properties) : null;
  const reserved: ReadonlySet<string> = new Set(reservedKeys);
  let remembered = 0;

  function decide(parent: PropertyKey, key: string): PropertyKey {
    const guarded = guard.child(parent.guarded, key);
    const { name } = guarded;
    const isNamed = (list: ReadonlySet<string>): boolean => list.has(key) || list.has(name);
    const shown =
      guarded.holds === null
        ? name.slice(parent.guarded.name === '' ? 0 : parent.guarded.name.length + 1)
        : '[personal data]';
    return {
      guarded,
      param: `value[${name}]`,
      path: `${parent.path}.${key.slice(0, maxKeyLength)}`,
      source: `${parent.source}.${shown}`,
      selected: settings.properties === 'all' || parent.selected || (select !== null && isNamed(select)),
      excluded: parent.excluded || isNamed(exclude),
      blocked: key === '' ? 'empty_key' : reserved.has(name) ? 'reserved_key' : null,
      children: new Map(),
    };
  }

  return (parent, key) => {
    const known = parent.children.get(key);
    if (known !== undefined) return known;
    const decided = decide(parent, key);
    if (remembered < maxRemembered && key.length <= maxKeyLength) {
      remembered++;
      parent.children.set(key, decided);
    }
    return decided;
  };
}

/** The root that properties or traits stand under. */
export function rootKey(path: string, guard: Guard): PropertyKey {
  return {
    guarded: path.endsWith('traits') ? guard.roots.traits : guard.roots.properties,
    param: 'value[]',
    path,
    source: path,
    blocked: null,
    selected: false,
    excluded: false,
    children: new Map(),
  };
}
