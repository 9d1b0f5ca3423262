/**
 * What somebody writes who knows that each event is a complete standard event: no checks, no outcomes, no settings.
 * It is the yardstick for `translate`, which must build the same URL.
 *
 * @param sha256 from text to hex.
 */
export function createHandWritten(sourceHash, sha256) {
  return ({ event, context, properties }) => {
    const { app, device, ip, locale, traits } = context;
    const [language, region] = locale.split('-');
    let url =
      `https://api.retargetly.com/mobile?app=${encodeURIComponent(app.namespace)}` +
      `&appn=${encodeURIComponent(app.name)}` +
      `&ct=${region.toLowerCase()}` +
      `&device=${encodeURIComponent(device.model)}` +
      `&et=custom&ip=${encodeURIComponent(ip)}` +
      `&lan=${language}` +
      `&mf=${encodeURIComponent(device.manufacturer)}` +
      `&source_hash=${encodeURIComponent(sourceHash)}` +
      `&uid=${encodeURIComponent(device.advertisingId)}` +
      `&device_type=${device.type}` +
      `&value[ml_sh2]=${sha256(traits.email.trim().toLowerCase())}` +
      `&value[event]=${encodeURIComponent(event)}`;
    for (const [key, value] of Object.entries(properties)) {
      url += `&value[${encodeURIComponent(key)}]=${encodeURIComponent(value)}`;
    }
    return url;
  };
}
