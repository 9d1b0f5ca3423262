import {
  createTranslator,
  findPersonalData,
  normalizeSourceHash,
  remarkLine,
  sentencesIn,
  type SettingsInput,
  type Translator,
} from '@loop-adapters/core';

type Text = string | undefined;

/** What RudderStack's isolate offers to a Transformation, as far as it is used here. */
export interface Isolate {
  /** A secret that is saved with the workspace, under a name; undefined if there is none. */
  readonly getCredential?: (name: string) => unknown;
  /** Writes a line that the Transformations editor shows when it runs a test. */
  readonly log?: (line: string) => void;
}

/** What becomes of an event of another type than `track`, `identify`, `screen` and `page`. */
export type OtherEvents = 'drop' | 'keep';

/** The event as the Webhook destination needs it: with method GET, the properties of a `track` are its query. */
export interface WebhookEvent {
  readonly type: 'track';
  readonly event: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

/**
 * Makes the function that turns one event into one for the Webhook destination.
 *
 * It returns null, which drops the event, for an event that must not be sent, and throws for one that Loop could
 * not take: RudderStack then shows the error with the event.
 *
 * @param settings the core's settings; a source hash that is saved as a secret goes before the one written there.
 * @throws Error whose message lists the problems of the settings or of the event; it quotes no value.
 */
export function createTransformEvent(settings: SettingsInput, otherEvents: OtherEvents, isolate: Isolate) {
  const log = isolate.log ?? (() => undefined);
  let translator: Translator | undefined;

  return (event: unknown): unknown => {
    // Not at import: what goes wrong there would be shown with no event.
    translator ??= createTranslator(withSecrets(settings, isolate), { describe });
    const outcome = translator.translate(event);
    const id = logName(event);
    for (const note of outcome.notes) log(`${id}: ${remarkLine(note)}`);
    switch (outcome.status) {
      case 'ready':
        return webhookEvent(event, outcome.request.params);
      case 'skipped':
        if (outcome.reason.code === 'unsupported_event_type' && otherEvents === 'keep') return event;
        log(`${id}: ${remarkLine(outcome.reason)}`);
        return null;
      case 'invalid':
        throw new Error(`Loop can't take this event. ${outcome.problems.map(remarkLine).join(' ')}`);
    }
  };
}

/** The names under which RudderStack's secrets are looked up. */
const secretNames = { android: 'LOOP_SOURCE_HASH_ANDROID', ios: 'LOOP_SOURCE_HASH_IOS' } as const;

/** Settings are called by their path in `settings`, and the source hashes by their secrets. */
const describe = sentencesIn('en', (path) => {
  const secret = secretNames[path.replace('sourceHash.', '') as keyof typeof secretNames] as Text;
  if (path === 'sourceHash') return `the secret ${secretNames.android} or ${secretNames.ios}`;
  return secret === undefined ? null : `the secret ${secret}`;
});

function withSecrets(settings: SettingsInput, { getCredential = () => undefined }: Isolate): SettingsInput {
  const written = normalizeSourceHash(settings.sourceHash);
  const android = filled(getCredential(secretNames.android)) ?? filled(written.android);
  const ios = filled(getCredential(secretNames.ios)) ?? filled(written.ios);
  const { sourceHash: _, ...others } = settings;
  if (android === undefined && ios === undefined) {
    if (settings.relay !== undefined) return others;
    throw new Error(
      `There is no source hash. Save the one that Loop gave you as a secret named ${secretNames.android} or ${secretNames.ios}, or write it into "settings" at the top of the Transformation.`,
    );
  }
  return {
    ...others,
    sourceHash: normalizeSourceHash({ android, ios }),
  };
}

function filled(value: unknown): Text {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/**
 * What RudderStack itself needs of the event, and the params. The rest stays behind: traits and context are not for
 * the webhook, and `integrations`, `fullPath`, `appendPath` and `header` of an event could send the query, with the
 * source hash in it, somewhere else.
 */
function webhookEvent(event: unknown, params: Readonly<Record<string, string>>): WebhookEvent {
  const kept = keptKeys.flatMap((key) => {
    const value = textOf(event, key);
    return value === undefined ? [] : [[key, value] as const];
  });
  return { ...Object.fromEntries(kept), type: 'track', event: 'Loop', properties: { ...params } };
}

const keptKeys = [
  'messageId',
  'anonymousId',
  'rudderId',
  'channel',
  'originalTimestamp',
  'timestamp',
  'sentAt',
  'receivedAt',
];

/** The message ID, unless somebody made it of an e-mail address or a phone. */
function logName(event: unknown): string {
  const id = textOf(event, 'messageId');
  return id === undefined || findPersonalData(id) !== null ? 'event' : id;
}

function textOf(event: unknown, key: string): Text {
  const value = typeof event === 'object' && event !== null ? (event as Record<string, unknown>)[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}
