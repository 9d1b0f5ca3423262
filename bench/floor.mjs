/**
 * The least that a standard event costs: its texts put together in one expression, with the hash of the e-mail and what a
 * query needs of encoding. No check, no list, no name that could be absent. It builds the same URL as `translate`.
 *
 * @param sha256 from text to hex.
 */
export function createFloor(sourceHash, sha256) {
  const text = encodeURIComponent;
  return ({ event, context: { app, device, ip, locale, traits }, properties: own }) =>
    `https://api.retargetly.com/mobile?app=${text(app.namespace)}&appn=${text(app.name)}` +
    `&ct=${locale.slice(3).toLowerCase()}&device=${text(device.model)}&et=custom&ip=${text(ip)}&lan=${locale.slice(0, 2)}` +
    `&mf=${text(device.manufacturer)}&source_hash=${sourceHash}&uid=${device.advertisingId}&device_type=${device.type}` +
    `&value[ml_sh2]=${sha256(traits.email.trim().toLowerCase())}&value[event]=${text(event)}` +
    `&value[order_id]=${text(own.order_id)}&value[total]=${own.total}&value[currency]=${own.currency}` +
    `&value[first_purchase]=${own.first_purchase}`;
}
