import { findPersonalData } from '../guard/personal-values.js';
import { findAdvertisingIdFault, isUuid, type AdvertisingIdFault } from '../normalize/advertising-id.js';
import { refuse, unusable, type Refusal } from '../translate/refusal.js';
import type { TextParameter } from './row.js';

/** `digits` are a phone, a document or a card in the wrong place. */
const refusals: Readonly<Record<AdvertisingIdFault, Refusal>> = {
  zeros: refuse('zero_advertising_id'),
  placeholder: refuse('placeholder_advertising_id'),
  vendor_id: refuse('device_id_as_advertising_id'),
  unusable,
  digits: refuse('personal_data'),
};

export const advertisingId = {
  name: 'uid',
  kind: 'parameter',
  required: true,
  label: 'Advertising ID',
  sources: [
    'context.device.advertisingId',
    'context.device.idfa',
    'context.device.gaid',
    'context.device.adId',
    'context.idfa',
    'context.aaid',
    'properties.idfa',
    'properties.gaid',
  ],
  setting: null,
  replaceable: true,
  read: (value, { deviceId, allowsTracking = false }) => {
    if (value === 0) return refusals.placeholder;
    if (typeof value !== 'string') return unusable;
    const id = value.trim();
    const fault = findAdvertisingIdFault(id, { deviceId, allowsTracking });
    if (fault !== null) return refusals[fault];
    return isUuid(id) || findPersonalData(id) === null ? id : refusals.digits;
  },
} as const satisfies TextParameter;
