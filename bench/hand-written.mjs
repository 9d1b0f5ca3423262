/**
 * What somebody writes by hand who knows that each event is a complete standard event: no checks, no outcomes, no
 * settings, but the usual way to a query: pairs of names and values, those that are absent left out, each one encoded,
 * joined. It is the yardstick for `translate`, which must build the same URL.
 *
 * @param sha256 from text to hex.
 */
export function createHandWritten(sourceHash, sha256) {
  return ({ event, context, properties }) => {
    const { app, device, ip, locale, traits } = context;
    const [language, region] = locale.split('-');
    const pairs = [
      ['app', app.namespace],
      ['appn', app.name],
      ['ct', region.toLowerCase()],
      ['device', device.model],
      ['et', 'custom'],
      ['ip', ip],
      ['lan', language],
      ['mf', device.manufacturer],
      ['source_hash', sourceHash],
      ['uid', device.advertisingId],
      ['device_type', device.type.toLowerCase()],
      ['value[ml_sh2]', sha256(traits.email.trim().toLowerCase())],
      ['value[event]', event],
      ...Object.entries(properties).map(([key, value]) => [`value[${key}]`, value]),
    ];
    const query = pairs
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&');
    return `https://api.retargetly.com/mobile?${query}`;
  };
}
