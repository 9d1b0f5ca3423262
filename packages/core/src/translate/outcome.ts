import type { LoopRequest } from '../request/request.js';
import type { ParameterName } from '../table/table.js';

/**
 * Why an event is not sent although nothing is wrong with the integration.
 * The code is stable; the sentence says what a person can do.
 */
export const reasonCodes = {
  tracking_denied:
    'The person has not allowed tracking on this device, so Loop gets no event. Nothing needs to be done.',
  no_advertising_id:
    'The event carries no advertising ID that identifies this device, so Loop could not use it. If people allow tracking in the app, add the SDK plugin that collects the advertising ID.',
  consent_missing:
    'The event does not grant every consent category that the settings require. Check that the consent tool passes its categories on, and that the names are the same in both places.',
  unsupported_platform: 'Loop takes events of Android and iOS only. Events of other platforms are skipped.',
  unsupported_event_type: 'Loop takes track, identify, screen and page events only. Events of other types are skipped.',
} as const;

/** A value of the event that was left out or not used, and what to do about it. */
export const noteCodes = {
  unusable_value: 'The value is not what Loop expects here, so it was not used. Send a value of the documented form.',
  unreadable_value: 'The value could not be read, so it was not used. Send plain JSON values.',
  personal_data:
    'The key or the value looks like personal data, so it was left out. Rename or remove it, or add the key to the setting "allow" if it is not personal.',
  zero_advertising_id: 'The advertising ID is all zeros, which means that tracking is not allowed. It was not used.',
  placeholder_advertising_id: 'The advertising ID is a placeholder, not an ID. It was not used.',
  device_id_as_advertising_id:
    'The advertising ID is the same as context.device.id, which is the vendor ID of a device that does not allow tracking. It was not used.',
  weak_hash: 'The value is an MD5 or SHA-1 hash, which Loop does not take. Send SHA-256, SHA-512 or the value itself.',
  first_of_array: 'The value is an array. Only its first element was used.',
  array_of_objects: 'An array of objects has no form in a URL, so it was left out. Send single values.',
  unsupported_value: 'The value is neither text, number, boolean nor date, so it was left out.',
  too_deep: 'The value is nested too deep, so it was left out. Send flat properties.',
  too_many: 'The event holds more values than can be sent, so the rest was left out. Send fewer properties.',
  too_long: 'The value is longer than a whole URL may be, so it was left out. Send a shorter one.',
  duplicate_key: 'Another value has the same key after clean-up. The first one was sent, this one was left out.',
  reserved_key: 'Loop gives this key a meaning of its own, so a property may not use it. Rename the property.',
  empty_key: 'The property has no name, so it was left out.',
  not_selected: 'The settings "properties" or "exclude" leave this value out.',
  cut_to_fit: 'The URL would be longer than "maxUrlLength", so this was cut or left out. Send fewer or shorter values.',
} as const;

/**
 * What makes an event invalid: a required parameter of which no source holds a value (`missing_`), or of which
 * none holds a usable one (`invalid_`), or a payload that is no event or can't be read. An advertising ID is never
 * among them: an event without one is skipped. `internal_error` is the one that is not the event's.
 */
export const problemCodes = [
  'invalid_event',
  'unreadable_event',
  'internal_error',
  'missing_app',
  'invalid_app',
  'missing_ct',
  'invalid_ct',
  'missing_device',
  'invalid_device',
  'missing_ip',
  'invalid_ip',
  'missing_source_hash',
  'missing_device_type',
] as const;

/** The sentences of the problems that are about the event as a whole. */
export const problemMessages = {
  invalid_event: 'This is no event. Send an object with a "type": track, identify, screen or page.',
  unreadable_event: 'The event could not be read. Send a plain object, such as JSON.parse returns.',
  internal_error:
    "The fault is ours, not the event's. Report it with your version and the event's keys, without values.",
} as const;

export type ReasonCode = keyof typeof reasonCodes;
export type NoteCode = keyof typeof noteCodes;
export type ProblemCode = (typeof problemCodes)[number];

/** What a remark is about. `source` is a path into the event or the settings; neither ever holds a value. */
interface Remark<Code extends string> {
  readonly code: Code;
  /** Loop's parameter, a field of the table, or `value[key]`; null if the remark is about the event as a whole. */
  readonly parameter: ParameterName | `value[${string}]` | null;
  readonly source: string | null;
  /** One sentence or two that tell a person what it means and what to do. */
  readonly message: string;
}

export type Reason = Remark<ReasonCode>;
export type Problem = Remark<ProblemCode>;
export type Note = Remark<NoteCode>;

/** The event can be sent: here is the request. */
export interface Ready {
  readonly status: 'ready';
  readonly request: LoopRequest;
  readonly notes: readonly Note[];
}

/** The event must not or need not be sent; nothing is wrong. */
export interface Skipped {
  readonly status: 'skipped';
  readonly reason: Reason;
  readonly notes: readonly Note[];
}

/** The event should have been sent, but Loop could not take it; every problem is named. */
export interface Invalid {
  readonly status: 'invalid';
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
}

export type Outcome = Ready | Skipped | Invalid;
