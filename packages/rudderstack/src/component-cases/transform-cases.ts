import { paramsOf, sha256, sha512 } from './expected-params.js';

type Config = Readonly<Record<string, unknown>>;

/** What must become of an event: params, a reason to filter it, problems, or problems of the settings. */
export type Expected =
  | { readonly params: Readonly<Record<string, string>> }
  | { readonly filtered: string }
  | { readonly invalid: readonly string[] }
  | { readonly configuration: string };

export interface TransformCase {
  readonly id: string;
  readonly description: string;
  /** An event of `examples/`. */
  readonly messageId: string;
  /** Settings besides the two source hashes. */
  readonly config?: Config;
  readonly expected: Expected;
}

const consent: Config = { consentRequired: [{ consentCategory: 'Advertising' }] };
const fallbacks: Config = { appId: 'com.example.fallback', appName: 'Fallback', country: 'AR', deviceModel: 'Android' };

const joao = 'joao.silva@correo.example';

/**
 * Cases for the processor and for the router. What is expected is written by hand from Loop's guide and the rules
 * of the mapping; hashes are computed from the normalized value.
 */
export const transformCases: readonly TransformCase[] = [
  {
    id: 'track-android',
    description: 'Track of an Android app: the IP address stands in request_ip',
    messageId: 'ex-rs-android-application-opened',
    expected: {
      params: paramsOf('brazil', { event: 'Application Opened', from_background: 'false', version: '1.9.0' }),
    },
  },
  {
    id: 'track-ios-authorized',
    description: 'Track of an iOS app with attTrackingStatus 3: the source hash is the one for iOS',
    messageId: 'ex-rs-ios-application-installed',
    expected: { params: paramsOf('mexico', { event: 'Application Installed', build: '340', version: '6.0.2' }) },
  },
  {
    id: 'track-order',
    description: 'Track of an order: the person in context.traits is hashed, the columns of its products are sent',
    messageId: 'ex-rs-android-order-completed',
    expected: {
      params: paramsOf('brazil', {
        ml_sh2: sha256(joao),
        event: 'Order Completed',
        currency: 'BRL',
        order_id: 'ped-4410',
        payment_method: 'pix',
        revenue: '79.9',
        shipping: '10',
        total: '89.9',
        cupons: 'BEMVINDO,FRETE',
        products_name: 'Cesta orgânica',
        products_price: '89.9',
        products_product_id: 'p-12',
        products_quantity: '1',
        products_sku: 'CES-12',
      }),
    },
  },
  {
    id: 'track-both-hashes',
    description: 'Track with the setting hash: both',
    messageId: 'ex-rs-ios-product-added',
    config: { hash: 'both', properties: 'listed', propertyNames: [{ propertyName: 'price' }, { propertyName: '' }] },
    expected: {
      params: paramsOf('mexico', {
        ml_sh2: sha256('mariana.torres@correo.example'),
        ml_sh5: sha512('mariana.torres@correo.example'),
        event: 'Product Added',
        price: '219',
      }),
    },
  },
  {
    id: 'track-event-name-off',
    description: 'Track with the name of the event turned off and a name excluded',
    messageId: 'ex-rs-android-application-updated',
    config: { sendEventName: false, eventKey: 'name', exclude: [{ excludedName: 'build' }] },
    expected: {
      params: paramsOf('brazil', { previous_build: '52', previous_version: '1.8.3', version: '1.9.0' }),
    },
  },
  {
    id: 'track-personal-data',
    description: 'Track with personal data: the CPF is hashed, the rest of it is left out',
    messageId: 'ex-rs-android-personal-data',
    expected: {
      params: paramsOf('brazil', {
        nid_sh2: sha256('12345678909'),
        event: 'Cadastro Enviado',
        etapa: '3',
        origem: 'indicação',
      }),
    },
  },
  {
    id: 'track-installed-apps',
    description: 'Track with installed apps in a text',
    messageId: 'ex-rs-android-apps-as-text',
    expected: {
      params: paramsOf('brazil', { event: 'Apps Listed', count: '3' }, { apps: 'Facebook,Instagram,WhatsApp' }),
    },
  },
  {
    id: 'track-source-replaced',
    description: 'Track with the source of a parameter replaced in the settings',
    messageId: 'ex-rs-android-geo',
    config: {
      sources: [
        { from: 'ct', to: 'context.geo.nowhere' },
        { from: 'ct', to: 'context.geo.country' },
      ],
      guessTimezone: false,
    },
    expected: {
      params: paramsOf(
        'brazil',
        { event: 'Coupon Applied', coupon_id: 'FRETE', discount: '5' },
        { ct: 'uy', ip: '198.51.100.9' },
      ),
    },
  },
  {
    id: 'track-ipv6',
    description: 'Track with an IPv6 address in brackets and with a port',
    messageId: 'ex-rs-android-ip-with-port',
    expected: {
      params: paramsOf(
        'brazil',
        {
          event: 'Product List Viewed',
          category: 'Frutas',
          list_id: 'l-3',
          products_name: 'Maracujá',
          products_position: '1',
          products_price: '7.5',
          products_product_id: 'p-31',
        },
        { ip: '2001:db8:4a::151' },
      ),
    },
  },
  {
    id: 'track-js-sdk-in-app',
    description: 'Track of the JavaScript SDK inside an app: the country comes from the locale',
    messageId: 'ex-rs-js-shell-track',
    expected: {
      params: paramsOf('peru', {
        event: 'Recipe Saved',
        ingredients: 'papa,ají amarillo,queso',
        minutes: '40',
        recipe_id: 'r-118',
      }),
    },
  },
  {
    id: 'track-app-of-settings',
    description: 'Track of the JavaScript SDK, which names itself in context.app: the settings name the app',
    messageId: 'ex-fallback-rs-js-app',
    config: fallbacks,
    expected: {
      params: paramsOf(
        'peru',
        { event: 'Recipe Viewed', recipe_id: 'r-119' },
        { app: 'com.example.fallback', appn: 'Fallback', ct: 'ar' },
      ),
    },
  },
  {
    id: 'track-country-of-settings',
    description: 'Track that names no country: the settings do',
    messageId: 'ex-fallback-rs-android-country',
    config: fallbacks,
    expected: {
      params: paramsOf('brazil', { event: 'Application Opened', from_background: 'true' }, { ct: 'ar' }),
    },
  },
  {
    id: 'track-consent-granted',
    description: 'Track with the required consent granted in context.consentManagement',
    messageId: 'ex-consent-rs-partly-granted',
    config: consent,
    expected: {
      params: paramsOf(
        'peru',
        { event: 'Recipe Saved', recipe_id: 'r-118' },
        { uid: '48afee2c-456a-443b-a674-baef4ab2dfce' },
      ),
    },
  },
  {
    id: 'identify-brazil',
    description: 'Identify with context.traits only: e-mail, phone in national form and CPF are hashed',
    messageId: 'ex-rs-android-identify-brazil',
    expected: {
      params: paramsOf('brazil', {
        ml_sh2: sha256(joao),
        mb_sh2: sha256('5511912345678'),
        nid_sh2: sha256('12345678909'),
        gender: 'M',
        age: '41',
        born: '1984',
        address_city: 'São Paulo',
        address_country: 'Brasil',
        address_state: 'SP',
      }),
    },
  },
  {
    id: 'identify-argentina',
    description: 'Identify with an Argentine mobile in national form: the 0 and the 15 go',
    messageId: 'ex-rs-android-identify-argentina',
    expected: {
      params: paramsOf(
        'brazil',
        {
          ml_sh2: sha256('nestor.paz@correo.example'),
          mb_sh2: sha256('543516123456'),
          nid_sh2: sha256('34848988'),
          address_city: 'Córdoba',
          address_country: 'ARG',
        },
        { ct: 'ar', lan: 'es', uid: '56d56b36-39d1-4045-acd7-074d08d701b6' },
      ),
    },
  },
  {
    id: 'identify-full-birth-date',
    description: 'Identify with the full date of birth asked for in the settings',
    messageId: 'ex-rs-js-shell-identify-peru',
    config: { fullBirthDate: true },
    expected: {
      params: paramsOf('peru', {
        ml_sh2: sha256('rosario.mamani@correo.example'),
        mb_sh2: sha256('51912345678'),
        nid_sh2: sha256('40506071'),
        born: '1979',
        date: '19791102',
        address_city: 'Cusco',
        address_country: 'PE',
        vegetarian: 'true',
      }),
    },
  },
  {
    id: 'identify-root-traits',
    description: 'Identify of the Node SDK: traits at the root, channel server; context.ip goes before request_ip',
    messageId: 'ex-rs-js-server-identify-colombia',
    config: { properties: 'none' },
    expected: {
      params: paramsOf(
        'mexico',
        {
          ml_sh2: sha256('camilo.rojas@empresa.example'),
          mb_sh2: sha256('573001234568'),
          nid_sh2: sha256('1020304051'),
          gender: 'M',
        },
        {
          app: 'com.example.recetas',
          appn: 'Recetas',
          ct: 'co',
          device: 'iPhone12,8',
          ip: '203.0.113.45',
          uid: '979B86DB-C8FB-4C1F-AEAF-321BEB9D159D',
        },
      ),
    },
  },
  {
    id: 'identify-hashed-already',
    description: 'Identify with an e-mail that is a SHA-512 already: never hashed again',
    messageId: 'ex-rs-android-email-sha512',
    expected: {
      params: paramsOf(
        'brazil',
        {
          ml_sh5:
            '8df391c137bb2229f577037604fc6f19b5c10f3a323bb717dd947824c15ac8ee3ba6bad2d12e1ab2d64fe802b6d68e188db2602f609ddc4aa047af12635da819',
        },
        { uid: 'da2f0026-7560-43de-a810-1840c5f703d6' },
      ),
    },
  },
  {
    id: 'screen',
    description: 'Screen of the Android SDK: its name stands in event and in properties.name',
    messageId: 'ex-rs-android-screen',
    expected: { params: paramsOf('brazil', { event: 'MainActivity', automatic: 'true' }) },
  },
  {
    id: 'page',
    description: 'Page of the JavaScript SDK inside an app, with another key for its name',
    messageId: 'ex-rs-js-shell-page',
    config: { eventKey: 'page', sendEventName: true, properties: 'none' },
    expected: { params: paramsOf('peru', { page: 'Inicio' }) },
  },
  {
    id: 'no-advertising-id',
    description: 'Page of a browser: no device type, and a page',
    messageId: 'ex-rs-js-page',
    expected: { filtered: 'unsupported_platform' },
  },
  {
    id: 'att-not-determined',
    description: 'attTrackingStatus 0: not determined',
    messageId: 'ex-rs-ios-att-not-determined',
    expected: { filtered: 'tracking_undetermined' },
  },
  {
    id: 'att-restricted',
    description: 'attTrackingStatus 1: restricted',
    messageId: 'ex-rs-ios-att-restricted',
    expected: { filtered: 'tracking_denied' },
  },
  {
    id: 'att-denied',
    description: 'attTrackingStatus 2: denied',
    messageId: 'ex-rs-ios-att-denied',
    expected: { filtered: 'tracking_denied' },
  },
  {
    id: 'ad-tracking-off',
    description: 'adTrackingEnabled is false, and there is no ID: nobody was asked',
    messageId: 'ex-rs-android-ad-tracking-off',
    expected: { filtered: 'no_advertising_id' },
  },
  {
    id: 'unsupported-platform',
    description: 'Apple TV is no platform of Loop’s',
    messageId: 'ex-rs-ios-tvos',
    expected: { filtered: 'unsupported_platform' },
  },
  {
    id: 'unsupported-type',
    description: 'A group call is no event for Loop',
    messageId: 'ex-rs-android-group',
    expected: { filtered: 'unsupported_event_type' },
  },
  {
    id: 'consent-denied',
    description: 'The required consent is denied',
    messageId: 'ex-consent-rs-denied',
    config: consent,
    expected: { filtered: 'consent_missing' },
  },
  {
    id: 'consent-absent',
    description: 'Missing consent is no consent',
    messageId: 'ex-consent-rs-absent',
    config: consent,
    expected: { filtered: 'consent_missing' },
  },
  {
    id: 'missing-ip',
    description: 'No IP address anywhere',
    messageId: 'ex-rs-android-missing-ip',
    expected: { invalid: ['missing_ip'] },
  },
  {
    id: 'three-problems',
    description: 'Every problem is named, not just the first',
    messageId: 'ex-rs-js-shell-three-problems',
    expected: { invalid: ['missing_app', 'missing_device', 'missing_ip'] },
  },
  {
    id: 'no-source-hash',
    description: 'Settings without a source hash',
    messageId: 'ex-rs-android-application-opened',
    config: { sourceHashAndroid: '', sourceHashIos: '' },
    expected: {
      configuration:
        'The settings of the Loop destination are not usable. "Source hash for Android" (sourceHashAndroid) or "Source hash for iOS" (sourceHashIos): It is missing. Set it to the source hash that Loop gave you, or set "relay" to the URL of your relay.',
    },
  },
  {
    id: 'wrong-settings',
    description: 'Every problem of the settings is named, by the label of its field',
    messageId: 'ex-rs-android-application-opened',
    config: { hash: 'md5', maxUrlLength: 'long' },
    expected: {
      configuration:
        'The settings of the Loop destination are not usable. "Hash algorithm" (hash): It must be "sha256", "sha512" or "both". "Longest URL" (maxUrlLength): It must be a whole number from 100 to 100000.',
    },
  },
];
