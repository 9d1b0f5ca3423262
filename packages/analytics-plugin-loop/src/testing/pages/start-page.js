/** Offers the tests a way to start `analytics` with the plugin, and keeps what they want to see. */
export function startPage(Analytics, loopPlugin) {
  globalThis.reports = [];
  globalThis.payloads = [];
  globalThis.startLoop = (settings, { before = [], after = [] } = {}) => {
    const recorder = {
      name: 'recorder',
      track: ({ payload }) => void globalThis.payloads.push(payload),
      identify: ({ payload }) => void globalThis.payloads.push(payload),
      page: ({ payload }) => void globalThis.payloads.push(payload),
    };
    const loop = loopPlugin({ report: (report) => globalThis.reports.push(report), ...settings });
    globalThis.analytics = Analytics({ app: 'example', plugins: [recorder, ...before, loop, ...after] });
  };
}
