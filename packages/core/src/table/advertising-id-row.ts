import { findPersonalData } from '../guard/personal-values.js';
import { refuse, unusable } from '../translate/refusal.js';
import type { TextParameter } from './row.js';

const zeros = refuse('zero_advertising_id');
const placeholder = refuse('placeholder_advertising_id');
const vendorId = refuse('device_id_as_advertising_id');

const placeholders = /^(?:unknown|unknown_id|null|nil|undefined|none|nan|0)$/i;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const zeroUuid = '00000000-0000-0000-0000-000000000000';
/** An advertising ID has letters; digits alone are a phone, a document or a card in the wrong place. */
const digitsOnly = /^[\d_-]+$/;

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
  read: (value, { deviceId }) => {
    // Loop's own example is no UUID, so the form of a UUID is not asked for.
    if (value === 0) return placeholder;
    if (typeof value !== 'string' || value.length > 255) return unusable;
    const id = value.trim();
    const isUuid = uuid.test(id);
    if (isUuid ? id === zeroUuid : /^[0_-]{2,}$/.test(id)) return zeros;
    if (!isUuid && placeholders.test(id)) return placeholder;
    if (!isUuid && !/^[A-Za-z0-9_-]+$/.test(id)) return unusable;
    // Some SDK plugins put the vendor ID here when tracking is denied.
    if (deviceId?.length === id.length && id.toLowerCase() === deviceId.toLowerCase()) return vendorId;
    if (isUuid) return id;
    if (digitsOnly.test(id) || findPersonalData(id) !== null) return refuse('personal_data');
    return id;
  },
} as const satisfies TextParameter;
