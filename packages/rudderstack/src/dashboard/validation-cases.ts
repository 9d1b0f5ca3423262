/** A case for the schema, in the shape of rudder-integrations-config's validation data. */
export interface ValidationCase {
  readonly testTitle: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly result: boolean;
  readonly err?: readonly string[];
}

const noHash = [
  " must have required property 'sourceHashAndroid'",
  " must have required property 'sourceHashIos'",
  " must have required property 'relay'",
  ' must match a schema in anyOf',
  " must have required property 'sourceHashAndroid'",
  " must have required property 'sourceHashIos'",
];

const pattern = (field: string, form: string) => `${field} must match pattern "${form}"`;
const filledIn = '(^\\{\\{.*\\|\\|(.*)\\}\\}$)|(^env[.].+)|';

export const validationCases: readonly ValidationCase[] = [
  {
    testTitle: 'A source hash for Android alone',
    config: { sourceHashAndroid: 'XYZ123', sourceHashIos: '' },
    result: true,
  },
  {
    testTitle: 'A source hash for iOS alone',
    config: { sourceHashAndroid: '', sourceHashIos: 'XYZ123' },
    result: true,
  },
  {
    testTitle: 'A relay, which has the source hashes',
    config: { sourceHashAndroid: '', sourceHashIos: '', relay: 'https://relay.example/mobile' },
    result: true,
  },
  {
    testTitle: 'Source hashes out of the server’s environment',
    config: { sourceHashAndroid: 'env.LOOP_ANDROID', sourceHashIos: 'env.LOOP_IOS' },
    result: true,
  },
  {
    testTitle: 'A value out of the event',
    config: {
      sourceHashAndroid: '',
      sourceHashIos: 'XYZ123',
      appName: '{{ message.context.app.title || "Example App" }}',
    },
    result: true,
  },
  {
    testTitle: 'Every field',
    config: {
      sourceHashAndroid: 'XYZ123',
      sourceHashIos: 'XYZ124',
      appId: 'com.example.app',
      appName: 'Example App',
      country: 'AR',
      fallbackCountry: 'AR',
      deviceModel: 'Pixel6',
      guessTimezone: false,
      guessLocale: false,
      properties: 'listed',
      propertyNames: [{ propertyName: 'category' }, { propertyName: 'price' }],
      exclude: [{ excludedName: 'internal_id' }],
      sendEventName: true,
      eventKey: 'event',
      hash: 'both',
      identifyByEmail: true,
      identifyByPhone: true,
      identifyByNationalId: false,
      consentRequired: [{ consentCategory: 'Advertising' }],
      deniedListIsComplete: true,
      minimumAge: '13',
      fullBirthDate: true,
      allow: [{ allowedName: 'card_color' }],
      sources: [{ from: 'apps', to: 'properties.my_apps' }],
      maxUrlLength: '4000',
      endpoint: 'https://api.retargetly.com/mobile',
      relay: '',
      connectionMode: { android: 'cloud', ios: 'cloud' },
      consentManagement: {
        android: [{ provider: 'custom', resolutionStrategy: 'and', consents: [{ consent: 'C1' }] }],
      },
    },
    result: true,
  },
  { testTitle: 'No source hash', config: {}, result: false, err: noHash },
  {
    testTitle: 'A source hash with a space in it',
    config: { sourceHashAndroid: 'XYZ 123', sourceHashIos: '' },
    result: false,
    err: [pattern('sourceHashAndroid', `${filledIn}^$|^\\S{1,256}$`)],
  },
  {
    testTitle: 'A hash that Loop does not take',
    config: { sourceHashAndroid: 'XYZ123', sourceHashIos: '', hash: 'md5' },
    result: false,
    err: ['hash must be equal to one of the allowed values'],
  },
  {
    testTitle: 'A length that is no number',
    config: { sourceHashAndroid: 'XYZ123', sourceHashIos: '', maxUrlLength: 'long' },
    result: false,
    err: [pattern('maxUrlLength', `${filledIn}^[0-9]{0,6}$`)],
  },
  {
    testTitle: 'Sources of a parameter that there is not, at a path that is none',
    config: { sourceHashAndroid: 'XYZ123', sourceHashIos: '', sources: [{ from: 'color', to: 'properties..color' }] },
    result: false,
    err: [
      'sources.0.from must be equal to one of the allowed values',
      pattern('sources.0.to', `${filledIn}^$|^[^\\s.]+(?:\\.[^\\s.]+)*$`),
    ],
  },
  {
    testTitle: 'Names that are no list, a switch that is no boolean',
    config: { sourceHashAndroid: 'XYZ123', sourceHashIos: '', exclude: 'internal_id', fullBirthDate: 'yes' },
    result: false,
    err: ['exclude must be array', 'fullBirthDate must be boolean'],
  },
  {
    testTitle: 'A connection mode that the destination does not have',
    config: { sourceHashAndroid: 'XYZ123', sourceHashIos: '', connectionMode: { android: 'device' } },
    result: false,
    err: ['connectionMode.android must be equal to one of the allowed values'],
  },
];
