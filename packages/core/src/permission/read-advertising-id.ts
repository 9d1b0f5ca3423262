import { refuse, refusePersonalData, unusable, type Refusal } from '../codes/refusal.js';
import { findPersonalData } from '../guard/guard.js';
import {
  findAdvertisingIdFault,
  isUuid,
  type AdvertisingIdFacts,
  type AdvertisingIdFault,
} from '../normalize/advertising-id.js';

/** `digits` are a phone, a document or a card in the wrong place. */
const refusals: Readonly<Record<AdvertisingIdFault, Refusal>> = {
  zeros: refuse('zero_advertising_id'),
  placeholder: refuse('placeholder_advertising_id'),
  vendor_id: refuse('device_id_as_advertising_id'),
  unusable,
  digits: refuse('personal_data'),
};

/** An advertising ID, trimmed, in its own letter case; or why the value is none. */
export function readAdvertisingId(value: unknown, facts: AdvertisingIdFacts): string | Refusal {
  if (value === 0) return refusals.placeholder;
  if (typeof value !== 'string') return unusable;
  const id = value.trim();
  const hasFormOfUuid = isUuid(id);
  const fault = findAdvertisingIdFault(id, facts, hasFormOfUuid);
  if (fault !== null) return refusals[fault];
  const kind = hasFormOfUuid ? null : findPersonalData(id);
  return kind === null ? id : refusePersonalData(kind);
}
