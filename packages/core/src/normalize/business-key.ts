/** Longer keys name nothing. In UTF-16 units. */
const maxLength = 128;

/**
 * Words for a place of business, and for people who are not the customer, in English, Spanish and Portuguese, without
 * accents.
 */
const words =
  /^(?:stores?|shops?|branch|outlet|sucursal|sucursales|tiendas?|lojas?|filial|local|comercio|sellers?|vendors?|vendedora?|vendedores|merchants?|agents?|agentes?|advisor|asesora?|assessora?|broker|corretora?|dealers?|concesionaria|concessionaria|provider|proveedor|fornecedor|supplier|company|empresa|business|negocio|office|oficina|escritorio|restaurante?s?|hotel|pharmacy|farmacia|clinic|clinica|hospital|driver|conductor|chofer|motorista|courier|repartidora?|entregador|host|anfitriona?|anfitriao|referrer|referee|recipient|destinatari[oa]|beneficiari[oa]|emergency|emergencia|support|soporte|suporte|helpdesk|callcenter|center|centro)$/;

/**
 * Whether a key names a place of business or somebody else, so that a phone or an e-mail address beside it need not be the
 * customer's.
 *
 * @example namesBusiness('store_name') // true
 */
export function namesBusiness(key: string): boolean {
  if (key.length > maxLength) return false;
  return key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => words.test(word));
}
