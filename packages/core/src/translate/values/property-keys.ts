import { namesPersonalData } from '../../guard/personal-keys.js';
import { findPersonalData } from '../../guard/personal-values.js';
import type { NoteCode } from '../../codes/codes.js';
import { reservedKeys } from '../../table/table.js';
import type { Settings } from '../../settings/settings.js';

/** What is known of a property from its key alone. */
export interface PropertyKey {
  /** The key at Loop: `order_id`, `shipping_city`. */
  readonly wire: string;
  /** The name of the parameter: `value[order_id]`. */
  readonly param: `value[${string}]`;
  /** Where it stands in the event, to be shown: a key that is personal data itself is not. */
  readonly source: string;
  /** Where it stands in the event, as it is. */
  readonly path: string;
  /** The keys from below the root, as they are: their words say whether they name personal data. */
  readonly name: string;
  /** The key itself, or one above it, is personal data: nothing below it is sent. */
  readonly holdsData: boolean;
  /** Why nothing under this key is sent, whatever it is; null if its value decides. */
  readonly blocked: NoteCode | null;
  /** Named in `allow`: its value is checked for e-mail addresses only. */
  readonly allowed: boolean;
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
export function createPropertyKeys(settings: Settings): (parent: PropertyKey, key: string) => PropertyKey {
  const allow = new Set(settings.allow);
  const exclude = new Set(settings.exclude);
  const select = Array.isArray(settings.properties) ? new Set(settings.properties) : null;
  const reserved: ReadonlySet<string> = new Set(reservedKeys);
  let remembered = 0;

  function decide(parent: PropertyKey, key: string): PropertyKey {
    const clean = key.slice(0, maxKeyLength).replace(/[^A-Za-z0-9_.-]/g, '_');
    const wire = parent.wire === '' ? clean : `${parent.wire}_${clean}`.slice(0, maxKeyLength);
    const path = `${parent.path}.${key.slice(0, maxKeyLength)}`;
    const name = `${parent.name} ${key.slice(0, maxKeyLength)}`.slice(-maxKeyLength);
    const holdsData = parent.holdsData || findPersonalData(key.slice(0, maxKeyLength)) !== null;
    const isNamed = (list: ReadonlySet<string>): boolean => list.has(key) || list.has(wire);
    const allowed = parent.allowed || isNamed(allow);
    return {
      wire,
      param: `value[${wire}]`,
      path,
      name,
      holdsData,
      source: `${parent.source}.${holdsData ? '[personal data]' : clean}`,
      allowed,
      selected: settings.properties === 'all' || parent.selected || (select !== null && isNamed(select)),
      excluded: parent.excluded || isNamed(exclude),
      blocked: blockedBy(),
      children: new Map(),
    };

    function blockedBy(): NoteCode | null {
      if (clean === '') return 'empty_key';
      // The words of the whole path count: `product` and `name` are a thing's name, `name` alone is a person's.
      if (holdsData || (!allowed && namesPersonalData(name))) return 'personal_data';
      return reserved.has(wire) ? 'reserved_key' : null;
    }
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
export function rootKey(path: string): PropertyKey {
  return {
    wire: '',
    param: 'value[]',
    path,
    name: '',
    holdsData: false,
    source: path,
    blocked: null,
    allowed: false,
    selected: false,
    excluded: false,
    children: new Map(),
  };
}
