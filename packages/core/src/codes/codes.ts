/** Why an event is not sent although nothing is wrong with the integration. Of several, the first one here is given. */
export const reasonCodes = [
  'unsupported_event_type',
  'unsupported_platform',
  'consent_missing',
  'under_age',
  'tracking_denied',
  'tracking_undetermined',
  'ip_withheld',
  'no_advertising_id',
  'not_for_loop',
] as const;

/** A value of the event that was left out or not used. */
export const noteCodes = [
  'unusable_value',
  'unreadable_value',
  'personal_data',
  'zero_advertising_id',
  'placeholder_advertising_id',
  'device_id_as_advertising_id',
  'weak_hash',
  'first_of_array',
  'object_as_text',
  'object_as_list',
  'inexact_number',
  'unsupported_value',
  'too_deep',
  'too_many',
  'too_long',
  'duplicate_key',
  'reserved_key',
  'empty_key',
  'not_selected',
  'ambiguous_document',
  'cut_to_fit',
] as const;

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

/** The kinds of personal data that the guard tells apart. A note of the code `personal_data` names one. */
export const personalDataKinds = [
  'email',
  'phone',
  'name',
  'address',
  'postal_code',
  'location',
  'document',
  'plate',
  'birth_date',
  'password',
  'token',
  'card',
  'bank_account',
  'ip',
  'device_id',
  'device_name',
  'sensitive',
  'user_id',
  'identifier',
] as const;

export type ReasonCode = (typeof reasonCodes)[number];
export type NoteCode = (typeof noteCodes)[number];
export type ProblemCode = (typeof problemCodes)[number];
export type PersonalDataKind = (typeof personalDataKinds)[number];
